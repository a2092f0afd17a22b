-- How public is brought to the drafts. Each step may be taken again: what agrees already is left alone.
-- What goes and is not ours by name is told as a warning, with its definition, so that nothing is lost unseen.

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

-- Whatever refers to our columns and is made again later, or is not to be there at all.
create or replace procedure plumbline.clear_the_way()
language plpgsql set search_path = ''
as $$
declare
  r record;
  served oid[] := '{}'; -- functions that served the triggers that go
begin
  for r in
    select o.name, c.relkind from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace
    where o.kind = 'v'
  loop
    -- cascade: to others of ours; views of others have been refused
    execute format('drop %s if exists public.%I cascade', case r.relkind when 'm' then 'materialized view' else 'view' end, r.name);
  end loop;

  for r in
    select p.polname, p.polrelid::regclass as table_name,
      pg_get_expr(p.polqual, p.polrelid) as qualifier, pg_get_expr(p.polwithcheck, p.polrelid) as with_check
    from pg_catalog.pg_policy as p
    where p.polrelid in (select c.live_table from plumbline.columns as c)
  loop
    raise warning 'dropped policy % on % (using %, with check %)', r.polname, r.table_name, r.qualifier, r.with_check;
    execute format('drop policy %I on %s', r.polname, r.table_name);
  end loop;

  for r in
    select t.*, t.table_id::regclass as table_name, pg_get_triggerdef(t.oid) as definition
    from plumbline.trigger_plan as t
  loop
    served := served || r.function_id;
    if r.to_drop then
      raise warning 'dropped trigger (%)', r.definition;
      if r.table_owner then
        execute format('drop trigger %I on %s', r.name, r.table_name);
      else
        execute format('drop function %s cascade', r.function_id::regprocedure); -- it served this trigger alone
      end if;
    end if;
  end loop;

  for r in
    select p.oid, p.oid::regprocedure as name, n.nspname, pg_get_functiondef(p.oid) as definition
    from pg_catalog.pg_proc as p
    join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
    where p.prokind = 'f' and (
      p.oid in (select f.oid from plumbline.function_plan as f where f.to_drop)
      or p.oid = any (served) and n.nspname = 'public' and pg_has_role(current_user, p.proowner, 'usage')
        and p.oid not in (select f.oid from plumbline.function_plan as f)
        and not exists (
          select from pg_catalog.pg_depend as d
          where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid or d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
        and not exists (
          select from pg_catalog.pg_proc as other where other.oid <> p.oid and other.prosrc ~ ('\m' || p.proname || '\M')))
  loop
    raise warning 'dropped function % (%)', r.name, r.definition;
    execute format('drop function %s', r.name);
  end loop;

  call plumbline.drop_relations();
end
$$;

-- Triggers that do not belong to us nor go are quiet while rows get what they lack: nobody has changed these rows. Constraints
-- are asked all the same.
create table plumbline.quiet_triggers (table_name name, name name, enabled "char", type smallint);

create or replace procedure plumbline.quiet_triggers()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  insert into plumbline.quiet_triggers (table_name, name, enabled, type)
  select c.relname, t.tgname, t.tgenabled, t.tgtype
  from pg_catalog.pg_trigger as t
  join pg_catalog.pg_class as c on c.oid = t.tgrelid and c.relnamespace = 'public'::regnamespace
  join plumbline.ours as o on o.name = c.relname and o.kind = 'r'
  where not t.tgisinternal and t.tgenabled <> 'D';
  for r in select * from plumbline.quiet_triggers loop
    execute format('alter table public.%I disable trigger %I', r.table_name, r.name);
  end loop;
end
$$;

create or replace procedure plumbline.wake_triggers()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in select * from plumbline.quiet_triggers loop
    execute format('alter table public.%I enable %s trigger %I', r.table_name,
      case r.enabled when 'R' then 'replica' when 'A' then 'always' end, r.name);
  end loop;
end
$$;

create or replace procedure plumbline.converge_type()
language plpgsql set search_path = ''
as $$
declare
  live pg_catalog.pg_type;
  grantee text;
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
  execute format('comment on type public.lead_status is %L', obj_description('plumbline.lead_status'::regtype, 'pg_type'));
end
$$;
