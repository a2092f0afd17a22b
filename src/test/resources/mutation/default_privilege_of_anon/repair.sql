alter default privileges in schema shop revoke select on tables from anon;
