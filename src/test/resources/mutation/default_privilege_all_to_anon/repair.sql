alter default privileges in schema spare revoke all on tables from anon;
