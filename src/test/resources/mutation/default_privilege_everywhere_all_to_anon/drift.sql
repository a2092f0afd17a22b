alter default privileges grant all on tables to anon;
