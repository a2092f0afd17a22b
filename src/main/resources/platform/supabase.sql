-- What Supabase provides and the migrations stand on, for a bare PostgreSQL: roles, auth, extensions, old default privileges.
-- Run by a superuser, in one transaction. It only adds what is absent, sets no password, and may be run again at any time.
-- The lock queues runs in this database; roles belong to the whole server, so a race there is caught, not locked out.
do $platform$
declare
  wanted record;
begin
  perform pg_advisory_xact_lock(hashtext('plumbline'), hashtext('platform'));

  for wanted in
    select v.name, v.attributes
    from (values ('anon', 'nologin noinherit'),
                 ('authenticated', 'nologin noinherit'),
                 ('service_role', 'nologin noinherit bypassrls'),
                 ('authenticator', 'login noinherit')) as v (name, attributes)
    where not exists (select from pg_roles as r where r.rolname = v.name)
  loop
    begin
      execute format('create role %I %s', wanted.name, wanted.attributes);
    exception when duplicate_object or unique_violation then
      null; -- another database of this server was first
    end;
  end loop;

  for wanted in
    select v.name
    from (values ('anon'), ('authenticated'), ('service_role')) as v (name)
    where not exists (
      select from pg_auth_members as m
      where m.roleid = to_regrole(v.name) and m.member = to_regrole('authenticator'))
  loop
    begin
      execute format('grant %I to authenticator', wanted.name);
    exception when unique_violation then
      null;
    end;
  end loop;

  create schema if not exists auth;
  create schema if not exists extensions;
  grant usage on schema public, auth, extensions to anon, authenticated, service_role;

  -- GoTrue's table, as far as anybody outside GoTrue reads it.
  create table if not exists auth.users (
    id uuid not null,
    aud varchar(255),
    role varchar(255),
    email varchar(255),
    phone text,
    raw_app_meta_data jsonb,
    raw_user_meta_data jsonb,
    is_sso_user boolean not null default false,
    is_anonymous boolean not null default false,
    last_sign_in_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    deleted_at timestamptz,
    constraint users_pkey primary key (id),
    constraint users_phone_key unique (phone)
  );
  create unique index if not exists users_email_partial_key on auth.users (email) where is_sso_user = false;

  -- Only where absent: GoTrue's own functions stay as they are.
  if to_regprocedure('auth.uid()') is null then
    create function auth.uid() returns uuid language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.sub', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
    $$;
  end if;
  if to_regprocedure('auth.role()') is null then
    create function auth.role() returns text language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.role', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')
    $$;
  end if;
  if to_regprocedure('auth.email()') is null then
    create function auth.email() returns text language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim.email', true), ''),
        nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')
    $$;
  end if;
  if to_regprocedure('auth.jwt()') is null then
    create function auth.jwt() returns jsonb language sql stable as $$
      select coalesce(
        nullif(current_setting('request.jwt.claim', true), ''),
        nullif(current_setting('request.jwt.claims', true), ''))::jsonb
    $$;
  end if;

  -- Projects older than late 2026 hand everything new in public to the API roles: the migrations must prove that they revoke it.
  alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
  alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  alter default privileges in schema public grant all on functions to anon, authenticated, service_role;

  if not exists (
    select from pg_db_role_setting as s
    join pg_database as d on d.oid = s.setdatabase
    where d.datname = current_database() and s.setrole = 0
      and 'search_path="$user", public, extensions' = any (s.setconfig))
  then
    execute format('alter database %I set search_path = "$user", public, extensions', current_database());
  end if;
end
$platform$;
