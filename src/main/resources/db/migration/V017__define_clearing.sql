-- Whatever refers to our columns and is made again later, or is not to be there at all.
create or replace procedure plumbline.clear_the_way()
language plpgsql set search_path = ''
as $$
declare
  r record;
  served oid[] := '{}'; -- functions that served the triggers that go
begin
  for r in
    select o.name, c.relkind, concat_ws(' privileges ', pg_get_viewdef(c.oid), c.relacl::text) as definition
    from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace
    where o.kind = 'v'
  loop
    raise warning 'dropped view public.% (%)', r.name, r.definition;
    -- cascade: to others of ours; views of others have been refused
    execute format('drop %s if exists public.%I cascade', case r.relkind when 'm' then 'materialized view' else 'view' end, r.name);
  end loop;

  for r in
    select p.polname, p.polrelid::regclass as table_name, concat_ws(' ',
      case when not p.polpermissive then 'as restrictive' end,
      'for', case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      'to', (select string_agg(case x.role when 0 then 'public' else quote_ident(pg_get_userbyid(x.role)) end, ', ')
        from unnest(p.polroles) as x (role)),
      'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
      'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') as definition
    from pg_catalog.pg_policy as p
    where p.polrelid in (select c.live_table from plumbline.columns as c)
  loop
    raise warning 'dropped policy % on % (%)', quote_ident(r.polname), r.table_name, r.definition;
    execute format('drop policy %I on %s', r.polname, r.table_name);
  end loop;

  for r in
    select t.*, t.table_id::regclass as table_name, pg_get_triggerdef(t.oid) as definition, pg_get_functiondef(t.function_id) as body
    from plumbline.trigger_plan as t
  loop
    served := served || r.function_id;
    if r.to_drop then
      raise warning 'dropped trigger (%)', r.definition;
      if r.table_owner then
        execute format('drop trigger %I on %s', r.name, r.table_name);
      else
        raise warning 'dropped function % (%)', r.function_id::regprocedure, r.body;
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

-- Nobody but the owner and the service role may do anything until the last script says who may do what: others may hold rights
-- from before, or by default since a table was made. What anon and authenticated may do is ours to say; others are told.
create or replace procedure plumbline.revoke_rights()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in
    select o.name, a.grantee, case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as role,
      string_agg(distinct lower(a.privilege_type) || a.place, ', ') as rights
    from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    cross join lateral (
      select x.grantee, x.privilege_type, '' as place from aclexplode(c.relacl) as x
      union all
      select x.grantee, x.privilege_type, format(' (%I)', t.attname)
      from pg_catalog.pg_attribute as t cross join lateral aclexplode(t.attacl) as x where t.attrelid = c.oid) as a
    where a.grantee not in (c.relowner, 'service_role'::regrole)
    group by o.position, o.name, a.grantee
    order by o.position, role
  loop
    execute format('revoke all on public.%I from %s cascade', r.name, r.role);
    if r.role not in ('anon', 'authenticated') then
      raise warning 'revoked % on public.% from %', r.rights, r.name, r.role;
    end if;
  end loop;
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
