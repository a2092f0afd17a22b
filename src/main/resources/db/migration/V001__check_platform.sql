-- The migrations never create platform objects (roles, auth, extensions): say at once, and in one message, which are absent,
-- or what the migrating role may not do with them.
-- Read from the catalog: to_regclass and its like fail on a schema that the migrating role may not use.
do $$
declare
  absent text;
  needed text;
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

  select string_agg(format('%s to %I', p.remedy, current_user), '; ' order by p.position) into needed
  from pg_catalog.pg_class as u
  join pg_catalog.pg_namespace as n on n.oid = u.relnamespace and n.nspname = 'auth'
  cross join lateral (values
    (1, format('grant create, temporary on database %I', current_database()),
      has_database_privilege(current_database(), 'create') and has_database_privilege(current_database(), 'temporary')),
    (2, 'grant usage, create on schema public', has_schema_privilege('public', 'usage') and has_schema_privilege('public', 'create')),
    (3, 'grant usage on schema auth', has_schema_privilege(n.oid, 'usage')),
    (4, 'grant select, references, trigger on auth.users', has_table_privilege(u.oid, 'select')
      and has_table_privilege(u.oid, 'references') and has_table_privilege(u.oid, 'trigger'))
  ) as p (position, remedy, present)
  where u.relname = 'users' and not p.present;

  if needed is not null then
    raise exception using
      errcode = 'insufficient_privilege',
      message = format('role "%s" lacks privileges in database "%s", needed: %s', current_user, current_database(), needed),
      hint = 'Have their owner grant these. Or drop schema plumbline cascade, which this run has made, and migrate as the role that '
        'owns the database, on Supabase postgres.';
  end if;
end
$$;
