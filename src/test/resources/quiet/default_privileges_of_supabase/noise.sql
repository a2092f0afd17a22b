alter default privileges in schema shop grant all on tables to anon, authenticated, service_role;

alter default privileges in schema shop grant all on functions to anon, authenticated, service_role;

alter default privileges in schema shop grant all on sequences to anon, authenticated, service_role;
