alter default privileges for role service_role revoke all on tables from anon;
