alter default privileges in schema shop grant select on tables to anon;
