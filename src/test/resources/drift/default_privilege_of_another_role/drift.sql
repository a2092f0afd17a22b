alter default privileges for role service_role grant all on tables to anon;
