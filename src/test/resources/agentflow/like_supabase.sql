-- Makes a database with the platform objects like one of Supabase: schema auth is another role's, and who migrates is no
-- superuser. Roles belong to the whole server, so another database may have made them already.
do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('auth_admin', 'noinherit createrole'),
      ('migrator', 'login createrole createdb bypassrls'),
      ('stranger', 'nologin')) as r (name, attributes)
    where not exists (select from pg_roles where rolname = r.name)
  loop
    execute format('create role %I %s', wanted.name, wanted.attributes);
  end loop;
end
$$;
grant anon, authenticated, service_role to migrator;
alter schema auth owner to auth_admin;
alter table auth.users owner to auth_admin;
alter default privileges for role migrator in schema public grant all on tables to anon, authenticated, service_role;
alter default privileges for role migrator in schema public grant all on functions to anon, authenticated, service_role;
