alter default privileges revoke all on tables from anon;
