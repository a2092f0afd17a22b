-- What stops a run: objects that are in the way, and rows that cannot be kept. Nothing here changes anything.
-- A finding says what is concerned, which rule, how many rows (null: it is no matter of rows) and an example.

create or replace function plumbline.object_obstacles()
returns table (subject text, rule text, rows bigint, example text)
language sql stable set search_path = '' set jit = off -- compiling so large a query takes longer than running it
as $$
  with live as (
    select o.name, o.kind as wanted_kind, c.*
    from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace
  ), held (subject, owner, remedy) as (
    select format('public.%I', l.name), l.relowner, format('alter table public.%I owner to %I', l.name, current_user) from live as l
    union all
    select 'public.lead_status', t.typowner, format('alter type public.lead_status owner to %I', current_user)
    from pg_catalog.pg_type as t where t.typname = 'lead_status' and t.typnamespace = 'public'::regnamespace
    union all
    select 'schema agentflow', n.nspowner, format('alter schema agentflow owner to %I', current_user)
    from pg_catalog.pg_namespace as n where n.nspname = 'agentflow'
    union all
    select p.oid::regprocedure::text, p.proowner, format('alter function %s owner to %I', p.oid::regprocedure, current_user)
    from plumbline.function_plan as p
  )
  -- names and kinds
  select format('public.%I', l.name), 'the name is needed for a ' || case l.wanted_kind when 'r' then 'table' else 'view' end
    || ', and taken by a ' || case l.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view'
      when 'm' then 'materialized view' when 'f' then 'foreign table' when 'S' then 'sequence' when 'i' then 'index'
      else 'type' end || ': rename it or move it to another schema', null::bigint, null::text
  from live as l
  where case l.wanted_kind when 'r' then l.relkind <> 'r' else l.relkind not in ('v', 'm') end
  union all
  select 'schema agentflow', format('is needed for our functions, and holds %s: move that to another schema',
    pg_describe_object(d.classid, d.objid, d.objsubid)), null, null
  from pg_catalog.pg_namespace as n
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = n.oid
  where n.nspname = 'agentflow'
    and not (d.classid = 'pg_proc'::regclass and d.objid in (select f.oid from plumbline.function_plan as f))
  union all
  select format('public.%I', o.name), 'the name of a table is taken by a type: rename the type', null, null
  from plumbline.ours as o
  join pg_catalog.pg_type as t on t.typname = o.name and t.typnamespace = 'public'::regnamespace and t.typrelid = 0
  union all
  select format('public.%I', i.relname), format('the name is needed for an index of public.%I, and taken by another object: rename that',
    t.relname), null, null
  from pg_catalog.pg_index as x
  join pg_catalog.pg_class as i on i.oid = x.indexrelid and i.relnamespace = 'plumbline'::regnamespace
  join pg_catalog.pg_class as t on t.oid = x.indrelid
  join plumbline.ours as o on o.name = t.relname
  join pg_catalog.pg_class as taken on taken.relname = i.relname and taken.relnamespace = 'public'::regnamespace
  where not exists (
    select from pg_catalog.pg_index as lx
    join pg_catalog.pg_class as lt on lt.oid = lx.indrelid
    where lx.indexrelid = taken.oid and lt.relname = t.relname and lt.relnamespace = 'public'::regnamespace)
    and not exists (select from plumbline.relation_plan as p where p.index_id = taken.oid and p.action <> 'leave')
  union all
  select format('public.%I', l.name), 'the table is part of an inheritance tree or has a type: detach it', null, null
  from live as l
  where l.relkind = 'r' and (l.relispartition or l.reloftype <> 0 or exists (
    select from pg_catalog.pg_inherits as i where l.oid in (i.inhrelid, i.inhparent)))
  union all
  select format('public.%I', l.name), format('the rule %I rewrites what is done to the table: drop it', r.rulename), null, null
  from live as l
  join pg_catalog.pg_rewrite as r on r.ev_class = l.oid and r.rulename <> '_RETURN'
  where l.relkind = 'r'
  union all
  select k.subject, k.rule, null, null from plumbline.leaks as k
  union all
  select b.subject, b.rule, null, null from plumbline.breakages as b
  union all
  select 'public.lead_status', 'the type is no enum: rename it', null, null
  from pg_catalog.pg_type as t
  where t.typname = 'lead_status' and t.typnamespace = 'public'::regnamespace and t.typtype not in ('e', 'd')
  -- owners, and what a role sees
  union all
  select h.subject, format('belongs to role %I, as whom %I may not act: %s', r.rolname, current_user, h.remedy), null, null
  from held as h
  join pg_catalog.pg_roles as r on r.oid = h.owner
  where not pg_has_role(current_user, h.owner, 'usage')
  union all
  select format('%s', c.oid::regclass), format('row level security hides rows from %I: %s', current_user,
    case when c.relforcerowsecurity then format('alter table %s no force row level security', c.oid::regclass)
      else 'migrate as a role with bypassrls' end), null, null
  from pg_catalog.pg_class as c
  where (c.oid in (select l.oid from live as l where l.relkind = 'r') or c.oid = to_regclass('auth.users'))
    and row_security_active(c.oid)
    and (pg_has_role(current_user, c.relowner, 'usage') or c.oid = to_regclass('auth.users'))
  -- what would be lost or in the way
  union all
  select format('public.%I.%I', c.table_name, c.column_name), format('%s depends on the column, whose %s must change: drop it, and %s',
    d.description, case when c.other_type then 'type' else 'content' end, case
      when k.oid is null or not c.other_type then 'create it again after the run'
      when c.numbered then format('after the run, give its own column the new id of the row of public.%I whose metadata ->> ''legacy_id'' '
        'is the number, and create it again', c.table_name)
      else 'create it again after the run, when its own column has the same type' end), null, null
  from plumbline.columns as c
  join plumbline.dependents as d on d.table_name = c.table_name and d.column_name = c.column_name
  left join pg_catalog.pg_constraint as k on d.classid = 'pg_constraint'::regclass and k.oid = d.objid and k.contype = 'f'
  where c.retype and not exists (
    select from pg_catalog.pg_publication_rel as r
    join pg_catalog.pg_publication as p on p.oid = r.prpubid
    join plumbline.publication_obstacles as o on o.publication = p.pubname and o.table_name = c.table_name
    where d.classid = 'pg_publication_rel'::regclass and r.oid = d.objid)
  union all
  select format('public.%I', l.name), format('%s is of the row type of the table, whose columns must change: change it to another type',
    pg_describe_object(d.classid, d.objid, d.objsubid)), null, null
  from live as l
  join pg_catalog.pg_type as t on t.oid = l.reltype
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_type'::regclass and d.refobjid in (t.oid, t.typarray)
    and d.classid = 'pg_class'::regclass and d.deptype = 'n'
  where l.wanted_kind = 'r'
    and exists (select from plumbline.columns as c where c.table_name = l.name and (c.retype or c.live_attnum is null))
  union all
  select format('public.%I', o.name), format('%s depends on the view, which must be created anew: drop it, and create it again after the run',
    case when d.classid = 'pg_rewrite'::regclass
      then (select pg_describe_object('pg_class'::regclass, w.ev_class, 0) from pg_catalog.pg_rewrite as w where w.oid = d.objid)
      else pg_describe_object(d.classid, d.objid, d.objsubid) end), null, null
  from plumbline.ours as o
  join live as l on l.name = o.name and l.wanted_kind = 'v' and l.relkind in ('v', 'm')
  join pg_catalog.pg_type as t on t.oid = l.reltype
  join pg_catalog.pg_depend as d on d.deptype = 'n' and (
    d.refclassid = 'pg_class'::regclass and d.refobjid = l.oid
    or d.refclassid = 'pg_type'::regclass and d.refobjid in (t.oid, t.typarray))
  where d.classid in ('pg_rewrite'::regclass, 'pg_proc'::regclass, 'pg_class'::regclass, 'pg_policy'::regclass)
    and not exists (
      select from pg_catalog.pg_rewrite as w
      join live as v on v.oid = w.ev_class and v.wanted_kind = 'v'
      where d.classid = 'pg_rewrite'::regclass and w.oid = d.objid)
  union all
  select 'public.lead_status', format('%s uses the type, whose labels must change: %s', pg_describe_object(d.classid, d.objid, d.objsubid),
    case when d.classid = 'pg_class'::regclass and exists (select from pg_catalog.pg_index as i where i.indexrelid = d.objid)
      then 'drop it, and create it again after the run' else 'change it to text, and back after the run' end), null, null
  from pg_catalog.pg_type as t
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_type'::regclass and d.refobjid in (t.oid, t.typarray) and d.deptype <> 'i'
  where t.typname = 'lead_status' and t.typnamespace = 'public'::regnamespace and not plumbline.agrees('lead_status')
    and d.classid in ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_cast'::regclass, 'pg_operator'::regclass)
    and not exists (select from live as v where v.wanted_kind = 'v' and d.classid = 'pg_class'::regclass and d.objid = v.oid)
    and not exists ( -- an index that goes does so before the type changes
      select from plumbline.relation_plan as r where r.kind = 'index' and r.action = 'drop' and d.classid = 'pg_class'::regclass and d.objid = r.oid)
    and not exists (
      select from plumbline.columns as c
      where d.classid = 'pg_class'::regclass and d.objid = c.live_table and d.objsubid in (c.live_attnum, 0))
  union all
  select format('public.%I', p.table_name), format('constraint %I of table %s refers to %s %I, which must go: drop that constraint',
    f.conname, f.conrelid::regclass, p.kind, p.name), null, null
  from plumbline.relation_plan as p
  join pg_catalog.pg_constraint as f on f.contype = 'f' and f.conindid = p.index_id and f.oid <> p.oid
  where p.action = 'drop' and p.type in ('p', 'u', 'i')
    and not exists (select from plumbline.relation_plan as own where own.oid = f.oid and own.action <> 'leave')
    and not exists (
      select from plumbline.columns as c
      join plumbline.dependents as d on d.table_name = c.table_name and d.column_name = c.column_name
      where c.retype and d.classid = 'pg_constraint'::regclass and d.objid = f.oid)
  union all
  select format('public.%I', p.table_name), format('view %s depends on constraint %I, which must go: drop it, and create it again after the run',
    w.ev_class::regclass, p.name), null, null
  from plumbline.relation_plan as p
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_constraint'::regclass and d.refobjid = p.oid and d.classid = 'pg_rewrite'::regclass
  join pg_catalog.pg_rewrite as w on w.oid = d.objid and w.ev_class not in (select v.oid from live as v where v.wanted_kind = 'v')
  where p.action = 'drop'
  union all
  select format('public.%I', p.table_name), format('constraint %I refers to the id of a conversation, and must refer to its '
    'conversation_id: put that in its place, and drop the constraint', p.name), null, null
  from plumbline.relation_plan as p
  where p.type = 'f' and p.action = 'drop' and p.only_ours and p.confrelid = to_regclass('public.conversations')
    and exists (
      select from pg_catalog.pg_attribute as a where a.attrelid = p.confrelid and a.attnum = any (p.confkey) and a.attname = 'id')
  union all
  select format('public.%I', p.table_name), format('publication %1$I publishes updates or deletes with a filter or a list of columns that '
    'the primary key does not cover: alter publication %1$I drop table public.%2$I; after the run it may be added again with such that '
    'id covers, or to a publication of inserts', p.publication, p.table_name), null, null
  from plumbline.publication_obstacles as p
  union all
  select format('public.%I.id', c.table_name), format('is of type %s, must become a uuid, and the table has no metadata to keep the number in: '
    'give the rows uuids', c.live_type), null, null
  from plumbline.columns as c
  where c.column_name = 'id' and c.numbered and not exists (
    select from plumbline.columns as m where m.table_name = c.table_name and m.column_name in ('metadata'))
  union all
  select format('public.%I.%I', c.table_name, c.column_name), 'is a virtual generated column: make it a plain one', null, null
  from plumbline.columns as c
  where c.attgenerated = 'v'
  -- functions
  union all
  select t.table_id::regclass::text, format('trigger %I, which calls %s, would give way to ours, and %s: %s', t.name,
    t.function_id::regprocedure, t.objection, t.remedy), null, null
  from plumbline.trigger_plan as t
  where t.objection is not null
  union all
  select t.table_id::regclass::text, format('trigger %I creates profiles, as ours does, and %I may not drop it: drop it, or its function %s '
    'with cascade', t.name, current_user, t.function_id::regprocedure), null, null
  from plumbline.trigger_plan as t
  where t.to_drop and not t.droppable and t.objection is null
  union all
  select p.oid::regprocedure::text, format('%s depends on the function, which must be created anew: drop it',
    pg_describe_object(d.classid, d.objid, d.objsubid)), null, null
  from plumbline.function_plan as p
  join pg_catalog.pg_depend as d on d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid and d.deptype = 'n'
  where p.to_drop
    and not exists (select from plumbline.trigger_plan as t where d.classid = 'pg_trigger'::regclass and d.objid = t.oid)
    and not exists (
      select from pg_catalog.pg_policy as y
      join plumbline.columns as c on c.live_table = y.polrelid
      where d.classid = 'pg_policy'::regclass and d.objid = y.oid)
$$;
