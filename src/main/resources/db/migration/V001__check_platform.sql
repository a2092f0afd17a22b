-- The migrations never create platform objects (roles, auth, extensions): say at once, and in one message, which are absent.
-- Read from the catalog: to_regclass and its like fail on a schema that the migrating role may not use.
do $$
declare
  absent text;
begin
  select string_agg(p.name, ', ' order by p.position) into absent
  from (values
    (1, 'role anon', exists (select from pg_catalog.pg_roles where rolname = 'anon')),
    (2, 'role authenticated', exists (select from pg_catalog.pg_roles where rolname = 'authenticated')),
    (3, 'role service_role', exists (select from pg_catalog.pg_roles where rolname = 'service_role')),
    (4, 'schema extensions', exists (select from pg_catalog.pg_namespace where nspname = 'extensions')),
    (5, 'table auth.users with id, email, raw_user_meta_data', (
      select count(*) = 3
      from pg_catalog.pg_attribute as a
      join pg_catalog.pg_class as c on c.oid = a.attrelid
      join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
      where n.nspname = 'auth' and c.relname = 'users' and not a.attisdropped
        and a.attname in ('id', 'email', 'raw_user_meta_data'))),
    (6, 'function auth.uid()', exists (
      select from pg_catalog.pg_proc as f
      join pg_catalog.pg_namespace as n on n.oid = f.pronamespace
      where n.nspname = 'auth' and f.proname = 'uid' and f.pronargs = 0))
  ) as p (position, name, present)
  where not p.present;

  if absent is not null then
    raise exception using
      errcode = 'object_not_in_prerequisite_state',
      message = format('the platform is incomplete in database "%s", absent: %s', current_database(), absent),
      hint = 'On Supabase these are always there: check which database this is. '
        'On a bare PostgreSQL run platform/supabase.sql as a superuser first.';
  end if;
end
$$;
