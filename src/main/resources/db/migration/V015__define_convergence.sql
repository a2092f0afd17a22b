-- How public is brought to the drafts. Each step may be taken again: what agrees already is left alone.
-- What goes and is not ours by name is told as a warning, with its definition, so that nothing is lost unseen.

create or replace procedure plumbline.drop_relations()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in
    select * from plumbline.relation_plan where action = 'drop' order by type <> 'f', kind, position, name
  loop
    raise warning 'dropped % %.% (%)', r.kind, r.table_name, r.name, r.definition;
    if r.kind = 'constraint' then
      -- cascade: to foreign keys of ours, which are made again; those of others have been refused
      execute format('alter table public.%I drop constraint if exists %I cascade', r.table_name, r.name);
    else
      execute format('drop index if exists public.%I cascade', r.name);
    end if;
  end loop;
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
      or p.oid = any (served) and pg_has_role(current_user, p.proowner, 'usage')
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

create or replace procedure plumbline.converge_table(wanted_table text)
language plpgsql set search_path = ''
as $$
declare
  live pg_catalog.pg_class;
begin
  execute format('create table if not exists public.%I ()', wanted_table);
  select c.* into live from pg_catalog.pg_class as c
  where c.relname = wanted_table and c.relnamespace = 'public'::regnamespace;
  if live.relowner <> current_user::regrole then
    execute format('alter table public.%I owner to %I', wanted_table, current_user);
  end if;
  if live.relpersistence = 'u' then
    execute format('alter table public.%I set logged', wanted_table);
  end if;
  if live.reloptions is not null then
    execute format('alter table public.%I reset (%s)', wanted_table,
      (select string_agg(quote_ident(x.option_name), ', ') from pg_options_to_table(live.reloptions) as x));
  end if;
  if live.relreplident <> 'd' then
    raise warning 'table %: replica identity set to default', wanted_table;
    execute format('alter table public.%I replica identity default', wanted_table);
  end if;
  -- Nobody but the owner sees a row until the policies exist.
  execute format('alter table public.%I enable row level security, no force row level security', wanted_table);
  execute format('comment on table public.%I is %L', wanted_table,
    obj_description(format('plumbline.%I', wanted_table)::regclass, 'pg_class'));
end
$$;

-- At most three statements alter the table: one clears defaults and the like, one adds columns, one rewrites it, once.
create or replace procedure plumbline.converge_columns(wanted_table text)
language plpgsql set search_path = '' set timezone = 'UTC'
as $$
declare
  name text := format('public.%I', wanted_table);
  changes text;
  r record;
begin
  select string_agg(x.change, ', ') into changes
  from plumbline.columns as c
  cross join lateral (values
    (c.attgenerated <> '', format('alter column %I drop expression', c.column_name)),
    (c.attidentity <> '', format('alter column %I drop identity', c.column_name)),
    (c.attgenerated = '' and c.live_default is not null and (c.retype or c.live_default is distinct from replace(c.default_value, 'plumbline.', 'public.')),
      format('alter column %I drop default', c.column_name))) as x (applies, change)
  where c.table_name = wanted_table and x.applies;
  if changes is not null then
    execute format('alter table %s %s', name, changes);
  end if;

  for r in -- of serial columns
    select s.oid::regclass as name, exists (
        select from pg_catalog.pg_depend as u
        where u.refclassid = 'pg_class'::regclass and u.refobjid = s.oid and u.deptype = 'n') as used
    from plumbline.columns as c
    join pg_catalog.pg_depend as d on d.refclassid = 'pg_class'::regclass and d.refobjid = c.live_table
      and d.refobjsubid = c.live_attnum and d.classid = 'pg_class'::regclass and d.deptype = 'a'
    join pg_catalog.pg_class as s on s.oid = d.objid and s.relkind = 'S'
    where c.table_name = wanted_table
  loop
    execute format(case when r.used then 'alter sequence %s owned by none' else 'drop sequence %s' end, r.name);
  end loop;

  for r in -- of others: what our own inserts do not know may not be required
    select a.attname
    from pg_catalog.pg_attribute as a
    where a.attrelid = name::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef
      and a.attidentity = ''
      and not exists (select from plumbline.columns as c where c.live_table = a.attrelid and c.live_attnum = a.attnum)
  loop
    raise warning 'column %.% is not of the schema and has no default: it is no longer required', wanted_table, r.attname;
    execute format('alter table %s alter column %I drop not null', name, r.attname);
  end loop;

  select string_agg(format('add column %I %s%s%s', c.column_name, replace(c.wanted, 'plumbline.', 'public.'),
      case when c.not_null then ' default ' || replace(c.default_value, 'plumbline.', 'public.') end,
      case when c.not_null then ' not null' end),
    ', ' order by c.attnum) into changes
  from plumbline.columns as c
  where c.table_name = wanted_table and c.live_attnum is null;
  if changes is not null then
    execute format('alter table %s %s', name, changes);
  end if;

  for r in
    select format('update only %s set %s where %s', name,
      string_agg(format('%I = %s', c.column_name, c.expression), ', '),
      string_agg(format('%I is null', c.column_name), ' or ')) as filling
    from plumbline.columns as c
    where c.table_name = wanted_table and c.not_null and c.default_value is not null and not c.retype
      and (not c.live_not_null or current_setting('server_version_num')::integer >= 180000) -- 18: not null, not valid
    having count(*) > 0
  loop
    execute r.filling;
  end loop;

  select string_agg(x.change, ', ') into changes
  from plumbline.columns as c
  cross join lateral (values
    (c.retype, format('alter column %I type %s %s using %s', c.column_name, replace(c.wanted, 'plumbline.', 'public.'),
      case when c.wanted_collation <> 0 then 'collate pg_catalog."default"' end,
      replace(c.expression, 'plumbline.lead_status', 'public.lead_status'))),
    (c.default_value is not null and c.live_default is distinct from replace(c.default_value, 'plumbline.', 'public.'),
      format('alter column %I set default %s', c.column_name, replace(c.default_value, 'plumbline.', 'public.'))),
    (c.not_null, format('alter column %I set not null', c.column_name)),
    (not c.not_null and c.live_not_null, format('alter column %I drop not null', c.column_name))) as x (applies, change)
  where c.table_name = wanted_table and x.applies;
  execute format('alter table %s %s', name, changes);

  for r in
    select format('alter table %s alter column %I set storage %s%s', name, c.column_name,
      case t.typstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main' else 'extended' end,
      case when t.typstorage <> 'p' then format(', alter column %I set compression default', c.column_name) end) as change
    from plumbline.columns as c
    join pg_catalog.pg_type as t on t.oid = c.live_type
    where c.table_name = wanted_table and c.stored_otherwise
  loop
    execute r.change;
  end loop;

  for r in
    select c.column_name, c.comment from plumbline.columns as c
    where c.table_name = wanted_table and c.comment is distinct from c.live_comment
  loop
    execute format('comment on column %s.%I is %L', name, r.column_name, r.comment);
  end loop;
end
$$;

-- Constraints and indexes: what is right under another name is renamed, what is absent is made, foreign keys last.
create or replace procedure plumbline.converge_relations()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  call plumbline.drop_relations();

  for r in -- in two turns, for two may bear each other's names
    select p.*, turn
    from plumbline.relation_plan as p
    cross join generate_series(1, 2) as turn
    where p.action = 'keep' and p.name <> p.wanted_name
    order by turn
  loop
    if r.kind = 'constraint' then
      execute format('alter table public.%I rename constraint %I to %I', r.table_name,
        case r.turn when 1 then r.name else 'plumbline_' || r.oid end, case r.turn when 1 then 'plumbline_' || r.oid else r.wanted_name end);
    else
      execute format('alter index public.%I rename to %I',
        case r.turn when 1 then r.name else 'plumbline_' || r.oid end, case r.turn when 1 then 'plumbline_' || r.oid else r.wanted_name end);
    end if;
  end loop;

  for r in
    select p.* from plumbline.relation_plan as p
    where p.action = 'keep'
      and obj_description(p.oid, case p.kind when 'constraint' then 'pg_constraint' else 'pg_class' end) is not null
  loop
    if r.kind = 'constraint' then
      execute format('comment on constraint %I on public.%I is null', r.wanted_name, r.table_name);
    else
      execute format('comment on index public.%I is null', r.wanted_name);
    end if;
  end loop;

  for r in
    select string_agg(format('add constraint %I %s', w.name, w.definition), ', ' order by w.name) as additions, w.table_name
    from plumbline.relations as w
    where w.relnamespace = 'plumbline'::regnamespace and w.kind = 'constraint'
      and not exists (
        select from plumbline.relation_plan as p
        where p.kind = w.kind and p.table_name = w.table_name and p.wanted_name = w.name and p.action = 'keep')
    group by w.table_name, w.position, w.type = 'f'
    order by w.type = 'f', w.position
  loop
    execute format('alter table public.%I %s', r.table_name, r.additions);
  end loop;

  for r in
    select format('create index %I on public.%I %s', w.name, w.table_name, w.definition) as creation
    from plumbline.relations as w
    where w.relnamespace = 'plumbline'::regnamespace and w.kind = 'index'
      and not exists (
        select from plumbline.relation_plan as p
        where p.kind = w.kind and p.table_name = w.table_name and p.wanted_name = w.name and p.action = 'keep')
    order by w.position, w.name
  loop
    execute r.creation;
  end loop;
end
$$;
