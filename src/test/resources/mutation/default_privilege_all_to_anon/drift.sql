alter default privileges in schema spare grant all on tables to anon;
