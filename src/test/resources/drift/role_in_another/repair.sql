revoke service_role from anon;
