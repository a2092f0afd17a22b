revoke usage on schema private from anon;
