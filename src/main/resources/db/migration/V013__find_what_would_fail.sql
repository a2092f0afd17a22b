-- What would fail after the run though nothing forbids the run: the project's own policies, triggers and functions were written
-- for the rights and the types of before. Nothing here changes anything.

-- Columns whose values become of another kind, not only of another length or precision.
create or replace view plumbline.retyped as
select c.table_name, c.column_name, c.live_table, c.live_type, plumbline.in_public(c.wanted) as wanted
from plumbline.columns as c
join pg_catalog.pg_type as l on l.oid = c.live_type
join pg_catalog.pg_type as w on w.oid = c.wanted::regtype
where c.other_type and (l.typcategory <> w.typcategory or w.typcategory in ('A', 'E') or w.oid = 'uuid'::regtype);

-- Policies of other tables that ask one of ours, themselves or through a function that has the caller's rights.
create or replace view plumbline.asking_policies as
with ours as materialized (
  select c.oid, o.name from plumbline.ours as o
  join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
)
select distinct y.oid, y.polname as name, y.polrelid as table_id, y.polroles as roles, o.oid as asked_id, o.name as asked, written.text
from pg_catalog.pg_policy as y
join pg_catalog.pg_depend as d on d.classid = 'pg_policy'::regclass and d.objid = y.oid and d.deptype = 'n'
left join pg_catalog.pg_proc as p on d.refclassid = 'pg_proc'::regclass and p.oid = d.refobjid and not p.prosecdef
cross join lateral (
  select concat_ws(' ', pg_get_expr(y.polqual, y.polrelid), pg_get_expr(y.polwithcheck, y.polrelid)) as text
) as written
join ours as o -- a function may return rows of ours, whose columns the policy then uses without asking the table
  on case when d.refclassid <> 'pg_class'::regclass then p.prosrc when d.refobjid = o.oid then written.text end ~* ('\m' || o.name || '\M')
where y.polrelid not in (select oid from ours);

-- Triggers whose function has the rights of whoever fires it, and uses one of ours. Those of our own tables count if anon or
-- authenticated can fire them under our policies.
create or replace view plumbline.asking_triggers as
select t.oid, t.tgname as name, t.tgrelid as table_id, t.tgtype as type, t.tgfoid as function_id,
  t.tgrelid = to_regclass('auth.users') as on_auth, l.table_name as on_ours, string_agg(distinct 'public.' || o.name, ', ') as asked
from pg_catalog.pg_trigger as t
join pg_catalog.pg_proc as p on p.oid = t.tgfoid and not p.prosecdef
join plumbline.own_schemas as s on s.oid = p.pronamespace
join plumbline.ours as o on o.kind = 'r' and p.prosrc ~* format('\m(from|join|into|update|only)\s+("?public"?\s*\.\s*)?"?%s\M', o.name)
left join (select distinct c.live_table, c.table_name from plumbline.columns as c) as l on l.live_table = t.tgrelid
left join (values ('leads', 4 | 16), ('profiles', 16), ('conversations', 4 | 8 | 16), ('messages', 4), ('shared_memory', 4 | 8 | 16))
  as open (table_name, events) on open.table_name = l.table_name -- 4: insert, 8: delete, 16: update
where not t.tgisinternal and t.tgenabled <> 'D'
  and (l.table_name is null or t.tgtype & open.events <> 0)
  and t.oid not in (select g.oid from plumbline.trigger_plan as g)
group by t.oid, t.tgname, t.tgrelid, t.tgtype, t.tgfoid, l.table_name;

-- What these do on our own tables that users could not do there. To touch one's conversation with a message is no such thing.
create or replace view plumbline.triggers_without_rights as
select g.table_id, g.name, g.function_id, case when min(o.name) filter (where does.writes) is not null
  then format('changes public.%I with the rights of whoever fires it: after the run our policies would refuse that to most, and with it '
    'what they do here', min(o.name) filter (where does.writes))
  else format('reads public.%I with the rights of whoever fires it: after the run anon may read nothing, and could send in no lead',
    min(o.name)) end as reason
from plumbline.asking_triggers as g
join plumbline.routines as r on r.oid = g.function_id
cross join lateral (
  select case when g.on_ours in ('messages', 'shared_memory') then regexp_replace(r.text,
    '\mupdate\s+(only\s+)?(public\s*\.\s*)?conversations(\s+(as\s+)?\w+)?\s+set\s+((?!\m(conversation_id|user_id)\M)[^;])*'
    '\mwhere\s+(\w+\.)?conversation_id\s*=\s*new\.conversation_id\s*;', ' ', 'g') else r.text end as text
) as said
join plumbline.ours as o on o.kind = 'r'
cross join lateral (
  select format('\s+(only\s+)?("?public"?\s*\.\s*)?"?%s\M', o.name) as it
) as named
cross join lateral (
  select said.text ~ ('\m(update|insert\s+into|delete\s+from|merge\s+into|truncate(\s+table)?)' || named.it) as writes,
    g.on_ours = 'leads' and g.type & 4 <> 0 and said.text ~ ('\m(from|join|using)' || named.it) as reads
) as does
where g.on_ours is not null and (does.writes or does.reads)
group by g.table_id, g.name, g.function_id
union all
select t.tgrelid, t.tgname, t.tgfoid, 'sets ' || string_agg(distinct quote_ident(c.column_name), ', ') || ' of a lead: after the run anon and '
  'authenticated may only send in leads as received, with score 0 and assigned to nobody, and others of theirs would be refused'
from pg_catalog.pg_trigger as t
join plumbline.routines as r on r.oid = t.tgfoid
join plumbline.columns as c on c.live_table = t.tgrelid and c.table_name = 'leads' and c.column_name in ('lead_score', 'status', 'assigned_to')
where not t.tgisinternal and t.tgenabled <> 'D' and t.tgtype & 6 = 6 -- before insert
  and t.oid not in (select g.oid from plumbline.trigger_plan as g where g.to_drop)
  and r.text ~ format('(^|;|\m(begin|then|else|loop)\M)\s*new\s*\.\s*"?%s\M"?\s*:?='
    '(?!\s*(coalesce\(\s*new\.\w+\s*,\s*)?(as_received|0|null)\s*\)?\s*;)'
    '|\minto\s+(strict\s+)?([\w.]+\s*,\s*)*new\s*\.\s*"?%1$s\M', c.column_name)
group by t.tgrelid, t.tgname, t.tgfoid;

-- What stops the run, for it would be felt by whoever writes or reads there.
create or replace view plumbline.breakages as
select format('%s', t.tgrelid::regclass) as subject, format('trigger %I calls %s, which uses column %I, whose type must change from %s to %s: '
  'drop the trigger, and create it again after the run, made for that type', t.tgname, p.oid::regprocedure, r.column_name, r.live_type, r.wanted) as rule
from plumbline.retyped as r
join pg_catalog.pg_trigger as t on t.tgrelid = r.live_table and not t.tgisinternal
join pg_catalog.pg_proc as p on p.oid = t.tgfoid
where p.prosrc ~* format('\m(new|old)\s*\.\s*"?%s\M"?(?!\s*::\s*(text|varchar)\M)', r.column_name)
  and t.oid not in (select g.oid from plumbline.trigger_plan as g where g.to_drop)
union all -- strings are let into any type by an assignment, and into strings goes any type; a body that is parsed depends on its columns
select p.oid::regprocedure::text, format('the function returns %s, which column %I of public.%I will not be, so that each call would fail: %s', r.live_type,
  r.column_name, r.table_name, case when t.typtype = 'e' then format('cast the column, %I::text::%s, which is right before the run and after',
    r.column_name, r.live_type) else format('drop it, and create it again after the run, made for %s', r.wanted) end)
from plumbline.retyped as r
join pg_catalog.pg_type as t on t.oid = r.live_type and t.typcategory <> 'S'
join pg_catalog.pg_proc as p on p.prorettype = r.live_type and p.prosqlbody is null
join pg_catalog.pg_language as l on l.oid = p.prolang and l.lanname = 'sql'
join plumbline.routines as f on f.oid = p.oid
where r.live_type::text <> r.wanted and f.text ~ format('\m%s\M', r.table_name)
  and f.text ~ format(case t.typtype when 'e' then '' else '(^|;)\s*select\s+(distinct\s+)?("?\w+"?\s*\.\s*)?"?' end || '\m%s\M"?(?!\s*\()', r.column_name)
  and f.text !~ format('\m%s\M"?\s*::\s*(text|varchar)\M|\mcast\s*\(\s*("?\w+"?\s*\.\s*)?"?%1$s"?\s+as\s+(text|varchar)\M', r.column_name)
union all
select y.table_id::regclass::text, format('policy %I asks public.%I, which %s may not read after the run, so that what it does here would fail: '
  'let that policy be for authenticated alone, with another one for %3$s, or have it ask a function that answers yes or no and is security definer',
  y.name, y.asked, string_agg(distinct quote_ident(r.rolname), ', '))
from plumbline.asking_policies as y
join pg_catalog.pg_class as c on c.oid = y.table_id and c.relrowsecurity
join pg_catalog.pg_roles as r on r.oid = any (y.roles) or 0 = any (y.roles) and r.rolname = 'anon'
where not r.rolsuper and not r.rolbypassrls and not pg_has_role(r.oid, c.relowner, 'usage')
  and not pg_has_role(r.oid, 'authenticated', 'usage') and not pg_has_role(r.oid, 'service_role', 'usage')
  and has_any_column_privilege(r.oid, y.asked_id, 'select')
  and has_schema_privilege(r.oid, c.relnamespace, 'usage')
  and has_any_column_privilege(r.oid, c.oid, 'select, insert, update')
group by y.table_id, y.name, y.asked
union all
select 'auth.users', format('trigger %I calls %s, which uses %s with the rights of %I, which has none there after the run, so that %s would fail: '
  'alter function %2$s security definer set search_path = ''''', g.name, g.function_id::regprocedure, g.asked, r.rolname,
  case when t.tgtype & 4 <> 0 then 'each sign-up' when t.tgtype & 16 <> 0 then 'each sign-in' else 'what it is for' end)
from plumbline.asking_triggers as g
join pg_catalog.pg_trigger as t on t.oid = g.oid
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_roles as r on r.oid = c.relowner
where g.on_auth and not r.rolsuper and r.rolname <> current_user
union all
select g.table_id::regclass::text, format('trigger %I calls %s, which changes public.%I with the rights of whoever fires it: after the run our policies '
  'would refuse that to most, and with it what they do here: drop the trigger, and create it again after the run, made for them', g.name,
  g.function_id::regprocedure, o.name)
from plumbline.asking_triggers as g
join pg_catalog.pg_class as c on c.oid = g.table_id
join plumbline.uses as u on u.class = 'pg_proc'::regclass and u.id = g.function_id and u.used_class = 'plumbline.ours'::regclass and u.writes
join plumbline.ours as o on o.position = u.used_id
where not g.on_auth and g.on_ours is null and exists (
  select from (values ('anon'), ('authenticated')) as api (name)
  where has_schema_privilege(api.name, c.relnamespace, 'usage')
    and (has_any_column_privilege(api.name, c.oid, 'insert, update') or has_table_privilege(api.name, c.oid, 'delete')))
union all
select g.table_id::regclass::text, format('trigger %I calls %s, which %s: drop the trigger, and create it again after the run, made for them',
  g.name, g.function_id::regprocedure, g.reason)
from plumbline.triggers_without_rights as g
union all
select format('public.%I', a.relname), format('is unlogged and refers to %s, which is, too: alter table %2$s set logged', k.confrelid::regclass,
  k.confrelid::regclass)
from plumbline.ours as o
join pg_catalog.pg_class as a on a.relname = o.name and a.relnamespace = 'public'::regnamespace and a.relpersistence = 'u'
join pg_catalog.pg_constraint as k on k.conrelid = a.oid and k.contype = 'f'
join pg_catalog.pg_class as f on f.oid = k.confrelid and f.relpersistence = 'u'
where not exists (select from plumbline.ours as other where other.name = f.relname and f.relnamespace = 'public'::regnamespace);

-- What may fail, or show less, and only its author can tell.
create or replace procedure plumbline.tell_effects()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in
    select t.table_name, string_agg(format('%s becomes %s and was %s', t.column_name, t.wanted, t.live_type), '; ' order by t.column_name) as changes,
      (select string_agg(distinct p.oid::regprocedure::text, ', ')
       from pg_catalog.pg_proc as p
       join plumbline.own_schemas as s on s.oid = p.pronamespace
       where p.prosrc ~* ('\m' || t.table_name || '\M')
         and p.prosrc ~* format('\m(%s)\M', string_agg(t.column_name, '|'))) as routines
    from plumbline.retyped as t
    group by t.table_name
    order by t.table_name
  loop
    raise warning 'types of public.%: %', r.table_name, r.changes || coalesce('. Routines that name them: ' || r.routines, '');
  end loop;
  for r in
    select y.name, y.table_id::regclass as table_name, string_agg(distinct 'public.' || quote_ident(y.asked), ', ') as asked
    from plumbline.asking_policies as y
    where y.text !~ '\mprofiles\.id = (auth\.uid\(\)|\( SELECT auth\.uid\(\) AS uid\))'
    group by y.name, y.table_id
    order by table_name, y.name
  loop
    raise warning 'policy % of % asks %, of which it sees what our policies show to whom it is asked for',
      quote_ident(r.name), r.table_name, r.asked;
  end loop;
  for r in select * from plumbline.asking_triggers as g where not g.on_auth order by g.name loop
    raise warning 'trigger % of % uses % with the rights of whoever fires it: from now on our policies decide what it may',
      quote_ident(r.name), r.table_id::regclass, r.asked;
  end loop;
  for r in
    select string_agg(format('public.%I', o.name), ', ' order by o.position) as tables, c.relowner::regrole as owner
    from plumbline.ours as o
    join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    where c.relowner <> current_user::regrole
    group by c.relowner
  loop
    raise warning 'owner of % is % now: % has no rights there any more, nor have its views and security definer functions',
      r.tables, quote_ident(current_user), r.owner;
  end loop;
end
$$;

-- The project's own columns of our tables that anon or authenticated write, and will not: we grant by table but for profiles.
create or replace procedure plumbline.tell_rights()
language plpgsql set search_path = ''
as $$
declare
  r record;
begin
  for r in
    select w.table_name, string_agg(format('%I (%s)', w.column_name, w.rights), ', ' order by w.column_name) as columns
    from (
      select o.position, o.name as table_name, a.attname as column_name,
        string_agg(format('%s by %s', event.name, api.name), ', ' order by event.name, api.name) as rights
      from plumbline.ours as o
      join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      cross join (values ('anon'), ('authenticated')) as api (name)
      cross join (values ('insert', 'a'), ('update', 'w')) as event (name, command)
      where a.attname not in (
          select d.attname from pg_catalog.pg_attribute as d where d.attrelid = format('plumbline.%I', o.name)::regclass and d.attnum > 0)
        and has_schema_privilege(api.name, c.relnamespace, 'usage')
        and has_column_privilege(api.name, c.oid, a.attnum, event.name)
        and (not c.relrowsecurity or exists (
          select from pg_catalog.pg_policy as y
          where y.polrelid = c.oid and y.polpermissive and y.polcmd in ('*', event.command::"char") and exists (
            select from unnest(y.polroles) as member (role) where member.role = 0 or pg_has_role(api.name, member.role, 'usage'))))
        and not exists (
          select from (values ('anon', 'insert', array['leads']),
            ('authenticated', 'insert', array['conversations', 'messages', 'leads', 'shared_memory']),
            ('authenticated', 'update', array['conversations', 'leads', 'shared_memory'])) as granted (role, event, tables)
          where granted.role = api.name and granted.event = event.name and o.name = any (granted.tables))
      group by o.position, o.name, a.attname) as w
    group by w.position, w.table_name
    order by w.position
  loop
    raise warning 'columns of public.% that are not of the schema, which may be written until now and not after the run: %. Grant that '
      'again, with a policy where ours let nobody write such a row', r.table_name, r.columns;
  end loop;
end
$$;
