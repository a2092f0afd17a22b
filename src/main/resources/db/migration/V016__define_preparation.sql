-- How public is brought to the drafts. Each step may be taken again: what agrees already is left alone.
-- What goes and is not ours by name is told as a warning, with its definition, so that nothing is lost unseen.

create or replace procedure plumbline.tell_comment(described text, earlier text, wanted text)
language plpgsql set search_path = ''
as $$
begin
  if earlier <> coalesce(wanted, '') then
    raise warning 'replaced the comment on % (%)', described, earlier;
  end if;
end
$$;

-- An owner may have taken its own rights away, and could not look.
create or replace procedure plumbline.take_rights()
language plpgsql set search_path = ''
as $$
declare
  own record;
begin
  for own in
    select c.oid::regclass as name
    from pg_catalog.pg_class as c
    join plumbline.ours as o on o.name = c.relname
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and pg_has_role(current_user, c.relowner, 'usage') and not has_table_privilege(c.oid, 'select')
  loop
    execute format('grant all on %s to %I', own.name, current_user);
  end loop;
end
$$;

-- auth.users first, as a sign-up does, and at once as strongly as the drop of a trigger there will need. Who may not lock it
-- may collide with a sign-up, and is told so by PostgreSQL.
create or replace procedure plumbline.lock_tables()
language plpgsql set search_path = ''
as $$
declare
  live record;
begin
  if has_table_privilege('auth.users', 'update, delete, truncate') then
    execute format('lock table auth.users in %s mode', case
      when exists (select from plumbline.trigger_plan as t where t.on_auth and t.to_drop) then 'access exclusive'
      else 'share row exclusive' end);
  end if;
  for live in
    select o.name from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    order by o.position
  loop
    execute format('lock table only public.%I in access exclusive mode', live.name);
  end loop;
end
$$;

-- Trusted extensions: no superuser is needed. Where one is in another schema already, it moves; what uses it refers to it by
-- identity, and moves along. Only the owner of all its functions may move it: anybody else is told so, and again by every verification.
create or replace procedure plumbline.converge_extensions()
language plpgsql set search_path = ''
as $$
declare
  stray record;
begin
  create extension if not exists "uuid-ossp" with schema extensions;
  create extension if not exists pgcrypto with schema extensions;
  for stray in
    select e.extname as name, n.nspname as schema_name
    from pg_catalog.pg_extension as e
    join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
    where e.extname in ('uuid-ossp', 'pgcrypto') and n.nspname <> 'extensions'
  loop
    begin
      execute format('alter extension %I set schema extensions', stray.name);
    exception when insufficient_privilege then
      raise warning 'extension % stays in schema %: only a superuser can move it to schema extensions', stray.name, stray.schema_name;
    end;
  end loop;
end
$$;

-- Helper functions live here: Supabase's API exposes public, not this schema, and nobody but the owner can name what is in it.
-- Policies and triggers refer to functions by identity, so that the API roles need no usage of the schema.
create or replace procedure plumbline.converge_schema()
language plpgsql set search_path = ''
as $$
declare
  grantee text;
  earlier record;
begin
  create schema if not exists agentflow;
  if (select n.nspowner from pg_catalog.pg_namespace as n where n.nspname = 'agentflow') <> current_user::regrole then
    execute format('alter schema agentflow owner to %I', current_user);
  end if;
  for earlier in
    select f.oid::regprocedure as name from plumbline.function_plan as f
    join pg_catalog.pg_proc as p on p.oid = f.oid and p.proowner <> current_user::regrole
  loop
    execute format('alter routine %s owner to %I', earlier.name, current_user);
  end loop;
  for grantee in
    select distinct case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end
    from pg_catalog.pg_namespace as n cross join lateral aclexplode(n.nspacl) as a
    where n.nspname = 'agentflow' and a.grantee <> n.nspowner
  loop
    execute format('revoke all on schema agentflow from %s cascade', grantee);
  end loop;
  execute format('grant all on schema agentflow to %I', current_user);
  comment on schema agentflow is 'Functions behind the policies and triggers of public; not exposed by the API';
end
$$;

create or replace procedure plumbline.converge_type()
language plpgsql set search_path = ''
as $$
declare
  live pg_catalog.pg_type;
  grantee text;
  comment text;
begin
  select t.* into live from pg_catalog.pg_type as t
  where t.typname = 'lead_status' and t.typnamespace = 'public'::regnamespace;
  if live.oid is not null and not plumbline.agrees('lead_status') then
    alter type public.lead_status rename to replaced_lead_status; -- until its columns have the new one
    alter type public.replaced_lead_status set schema plumbline;
    live := null;
  end if;
  if live.oid is null then
    execute format('create type public.lead_status as enum (%s)', (
      select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
      from pg_catalog.pg_enum as e where e.enumtypid = 'plumbline.lead_status'::regtype));
  elsif live.typowner <> current_user::regrole then
    execute format('alter type public.lead_status owner to %I', current_user);
  end if;
  for grantee in
    select distinct case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end
    from pg_catalog.pg_type as t cross join lateral aclexplode(t.typacl) as a
    where t.oid = 'public.lead_status'::regtype and a.grantee <> t.typowner
  loop
    execute format('revoke all on type public.lead_status from %s cascade', grantee);
  end loop;
  execute format('grant usage on type public.lead_status to public, %I', current_user);
  comment := obj_description('plumbline.lead_status'::regtype, 'pg_type');
  call plumbline.tell_comment('type public.lead_status', obj_description('public.lead_status'::regtype, 'pg_type'), comment);
  execute format('comment on type public.lead_status is %L', comment);
end
$$;
