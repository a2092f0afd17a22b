-- What lets anon or authenticated see or change rows of ours with somebody else's rights: then no policy is asked.
-- Relations say themselves what they use; routines are read as text, for PostgreSQL keeps no record of what a string names.
-- Where their text cannot tell, as with SQL put together at run time, they count as leaks: whoever made them knows.

-- The project's own schemas: the platform's and ours are not its doing.
create or replace view plumbline.own_schemas as
select n.oid, n.nspname as name
from pg_catalog.pg_namespace as n
where n.nspname !~ '^(pg_|_?supabase_|graphql$|_?realtime$|pgsodium)'
  and n.nspname not in ('information_schema', 'auth', 'storage', 'vault', 'cron', 'net', 'pgbouncer', 'pgtle', 'pgmq', 'agentflow', 'plumbline');

-- Names of ours as patterns: tables; columns; what people wrote; rows whose user the policies let see them. Columns that our own
-- triggers keep are nobody's.
create or replace view plumbline.our_names as
select string_agg(distinct o.name, '|') as tables, string_agg(distinct a.attname, '|') as columns,
  format('\m(%s)\M', string_agg(distinct o.name, '|')) as ours,
  format('\m(%s)\M', string_agg(distinct a.attname, '|') filter (
    where a.atttypid in ('text'::regtype, 'text[]'::regtype, 'jsonb'::regtype) and a.attname !~ '(^role|status|_type|_id)$')) as contents,
  (select string_agg(format('%s(\s+(as\s+)?\w+)?\s+where\s+([\w.]+\s*=\s*[\w.'']+\s+and\s+)*'
      '((\w+\.)?%s\s*=\s*auth_uid|auth_uid\s*=\s*(\w+\.)?%2$s)', own.name, own.key), '|')
    from (values ('profiles', 'id'), ('conversations', 'user_id'), ('workflow_executions', 'initiated_by')) as own (name, key)) as own_rows
from plumbline.ours as o
join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'plumbline'::regnamespace
join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and a.attname <> 'updated_at'
where o.kind = 'r';

-- What policies call that stay: those of our own tables go.
create or replace view plumbline.functions_of_policies as
select distinct d.refobjid as oid
from pg_catalog.pg_depend as d
join pg_catalog.pg_policy as y on y.oid = d.objid
where d.classid = 'pg_policy'::regclass and d.refclassid = 'pg_proc'::regclass
  and not exists (select from plumbline.ours as o where to_regclass('public.' || o.name) = y.polrelid);

-- Routines of the project and what their text does: in lower case, without comments and strings, but for SQL that is a constant.
-- code is text without what anybody may do with the rights of its owner.
create or replace view plumbline.routines as
select p.oid, s.name as schema_name, lower(p.proname) as name, p.prosecdef as definer,
  source.code, asked.text, body.text ~ names.ours as names_ours,
  -- a name in escapes, a comment in a comment and a quote between dollars are not worth a parser
  source.code ~ '\mexecute\M(?!\s+(on|function|procedure)\M)|\m(query|table|schema|database)_to_xml' or body.text ~ '\mu&"'
    or body.text ~ names.ours and body.text ~ '/\*([^*]|\*+[^*/])*/\*|\$\w*\$[^$]*''[^$]*\$' as dynamic,
  case when p.prosqlbody is null then substring(setting.path from 'search_path=(.*)') end as path,
  -- tells no more than yes or no of what can only be named, or serves policies with one value: it shows no rows
  p.prokind = 'f' and case
    when p.prorettype = 'boolean'::regtype and not p.proretset and not exists (
      select from unnest(p.proargtypes) as a (type) join pg_catalog.pg_type as t on t.oid = a.type
      where t.typcategory not in ('B', 'E') and t.oid <> 'uuid'::regtype) then true
    else source.code !~ names.contents
      and source.code !~ '\m(to_jsonb?|row_to_json|(json|jsonb|string|array|xml)_?agg|jsonb?_build_\w+)\s*\(|::\s*text\M'
      and (p.prorettype = 'boolean'::regtype and not p.proretset and not exists (
          select from unnest(p.proargtypes) as a (type) join pg_catalog.pg_type as t on t.oid = a.type
          where t.typcategory not in ('B', 'E', 'N') and t.oid <> 'uuid'::regtype)
        or exists (
          select from pg_catalog.pg_type as t
          where t.oid = p.prorettype and t.typtype in ('b', 'd', 'e') and t.oid not in ('json'::regtype, 'jsonb'::regtype, 'xml'::regtype))
        and p.oid in (select f.oid from plumbline.functions_of_policies as f)) end as answers
from pg_catalog.pg_proc as p
join plumbline.own_schemas as s on s.oid = p.pronamespace
join pg_catalog.pg_language as l on l.oid = p.prolang and l.lanname not in ('internal', 'c')
left join lateral unnest(p.proconfig) as setting (path) on setting.path ~ '^search_path='
cross join plumbline.our_names as names
cross join lateral (select lower(coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)) as text) as body
cross join lateral (
  select regexp_replace(body.text, '(''([^'']|'''')*'')|\me''([^''\\]|\\.|'''')*''|--[^\n]*|/\*([^*]|\*+[^*/])*\*+/', '\1 ', 'g') as text
) as bare
cross join lateral (
  select case
    when l.lanname not in ('sql', 'plpgsql') then translate(body.text, '''"`', '   ') -- strings are where its SQL is
    else regexp_replace(
      regexp_replace(regexp_replace(bare.text, '\mexecute\s+''(([^'']|'''')*)''\s*(;|\minto\M|\musing\M)', '\1 \3', 'g'),
        '''received''(::(public\.)?lead_status)?(?=\s*[,);])', 'as_received', 'g'),
      '''([^'']|'''')*''', '''''', 'g') end as text
) as stripped
-- without what anybody may do anyway: read rows of one's own, send in a lead, write columns that are none of ours, such as counters
cross join lateral (
  select regexp_replace(regexp_replace(regexp_replace(stripped.text, '\mauth\.uid\(\s*\)', 'auth_uid', 'g'),
    '\(\s*select\s+auth_uid(\s+(as\s+)?\w+)?\s*\)', 'auth_uid', 'g'), '\(([\w.]+\s*=\s*auth_uid)\)', '\1', 'g') as text
) as asked
cross join lateral (
  select regexp_replace(regexp_replace(regexp_replace(asked.text,
    format('\mfrom\s+(public\.)?(%s)\M\s*(?=$|[;)]|\m(and|limit|for|order|then|loop|into|union)\M)(?![^;)]*\mor\M)', names.own_rows), ' ', 'g'),
    format('\mupdate\s+(only\s+)?(public\.)?(%s)(\s+(as\s+)?\w+)?\s+set\s+' -- not what it returns, nor values out of tables
      '(?=((?!(%s)\M)\w+\s*=%s,\s*)*(?!(%2$s)\M)\w+\s*=%3$s(\mwhere\M|;))(?![^;]*\mreturning\M)', names.tables, names.columns,
      '((?!\m(from|table)\M)[^;=])*'), ' ', 'g'),
    '\minsert\s+into\s+(public\.)?leads\s*\((((?!\m(status|lead_score|assigned_to)\M)[^)])*\)'
      '|((?!\m(lead_score|assigned_to)\M)[^)])*\)\s*values\s*\([^;]*\mas_received\M[^;]*)(?![^;]*\mon\s+conflict\M)', ' ', 'g') as code
) as source
where not exists (
  select from pg_catalog.pg_depend as d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');

-- Who uses what: relations through their rules (a view is one), routines by the names in their text. What is ours has its place in
-- plumbline.ours as its id, for it may be absent yet.
create or replace view plumbline.uses as
with routines as materialized (
  select * from plumbline.routines
), relations as materialized (
  select c.oid, s.name as schema_name, lower(c.relname) as name, o.position
  from pg_catalog.pg_class as c
  join plumbline.own_schemas as s on s.oid = c.relnamespace
  left join plumbline.ours as o on o.name = c.relname and s.name = 'public'
  where c.relhasrules or o.position is not null
), named as ( -- after a verb, or in a list and with an alias or a clause behind it: else it is a column or a variable
  select distinct r.oid, r.path, coalesce(t.word[1] ~ 'update|into|delete|truncate|copy', false) as writes,
    trim(coalesce(t.word[2], t.word[4]), '"') as schema_name, trim(coalesce(t.word[3], t.word[5]), '"') as name
  from routines as r
  cross join lateral regexp_matches(r.code,
    '(\m(?:from|join|using|update|table|copy|delete\s+from|insert\s+into|merge\s+into|truncate)\s+(?:(?:only|table)\s+)*)'
      '(?:("[^"]+"|[\w$]+)\s*\.\s*)?("[^"]+"|[\w$]+)'
    '|[,(]\s*(?:("[^"]+"|[\w$]+)\s*\.\s*)?("[^"]+"|[\w$]+)'
      '(?=\s+(?!(?:from|is|in|not|and|or|like|ilike|between|then|when|else|end|asc|desc)\M)\w)', 'g') as t (word)
  union
  select distinct r.oid, r.path, false, trim(t.word[1], '"'), trim(t.word[2], '"') -- what is written is read by what it returns
  from routines as r
  cross join lateral regexp_matches(r.code, '\m(?:update|insert\s+into|delete\s+from|merge\s+into)\s+(?:only\s+)?'
    '(?:("[^"]+"|[\w$]+)\s*\.\s*)?("[^"]+"|[\w$]+)(?=[^;]*\mreturning\M)', 'g') as t (word)
  union
  select r.oid, r.path, false, 'public', o.name -- or last in a list
  from routines as r
  join plumbline.ours as o on r.code ~ format('\mfrom\M[^;]*,\s*("?public"?\s*\.\s*)?"?%s"?\s*($|[;)])', o.name)
), called as (
  select distinct r.oid, r.path, trim(t.word[1], '"') as schema_name, trim(t.word[2], '"') as name
  from routines as r
  cross join lateral regexp_matches(r.code, '(?:("[^"]+"|[\w$]+)\s*\.\s*)?("[^"]+"|[\w$]+)\s*\(', 'g') as t (word)
), targets as (
  select 'plumbline.ours'::regclass::oid as class, o.position::oid as id, 'public' as schema_name, o.name::text as name
  from plumbline.ours as o
  union all
  select 'pg_class'::regclass, v.oid, v.schema_name, v.name from relations as v where v.position is null
)
select 'pg_proc'::regclass::oid as class, n.oid as id, t.class as used_class, t.id as used_id, n.writes, null::"char" as event
from named as n
join targets as t on t.name = n.name
  and (n.schema_name = t.schema_name or n.schema_name is null and (n.path is null or n.path ~ ('\m' || t.schema_name || '\M')))
union all
select 'pg_proc'::regclass, n.oid, 'pg_proc'::regclass, f.oid, null, null
from called as n
join routines as f on f.name = n.name and f.oid <> n.oid
  and (n.schema_name = f.schema_name or n.schema_name is null and (n.path is null or n.path ~ ('\m' || f.schema_name || '\M')))
union all
select distinct 'pg_class'::regclass, w.ev_class, case when r.position is null then d.refclassid else 'plumbline.ours'::regclass end,
  coalesce(r.position::oid, d.refobjid), null::boolean, w.ev_type
from pg_catalog.pg_rewrite as w
join pg_catalog.pg_class as c on c.oid = w.ev_class
join plumbline.own_schemas as s on s.oid = c.relnamespace
join pg_catalog.pg_depend as d on d.classid = 'pg_rewrite'::regclass and d.objid = w.oid and d.refobjid <> w.ev_class
left join relations as r on d.refclassid = 'pg_class'::regclass and r.oid = d.refobjid
where d.refclassid in ('pg_class'::regclass, 'pg_proc'::regclass)
  and not exists (select from relations as ours where ours.oid = w.ev_class and ours.position is not null)
  and not exists (
    select from pg_catalog.pg_depend as e where e.classid = 'pg_class'::regclass and e.objid = w.ev_class and e.deptype = 'e');

-- What leads to our tables: with its user's own rights, which is harmless, unless the user has become somebody else (as_owner), or
-- with other rights whoever asks. A function that answers only yes or no counts if it writes, and so does a trigger.
create or replace view plumbline.ways as
with recursive uses as materialized (
  select * from plumbline.uses
), nodes as materialized (
  select 'pg_proc'::regclass::oid as class, r.oid as id, r.definer as becomes_owner, false as by_owner, r.answers, r.dynamic
  from plumbline.routines as r
  union all
  select 'pg_class'::regclass, c.oid, c.relkind = 'm', not exists (
    select from pg_options_to_table(c.reloptions) as x where x.option_name = 'security_invoker' and x.option_value::boolean), false, false
  from pg_catalog.pg_class as c
  where c.oid in (select u.id from uses as u where u.class = 'pg_class'::regclass)
), ways (class, id, table_name, writes, as_owner, next_class) as (
  select 'plumbline.ours'::regclass::oid, o.position::oid, o.name, w.writes, true, null::oid
  from plumbline.ours as o cross join (values (true), (false)) as w (writes)
  union
  select n.class, n.id, null, true, not n.becomes_owner, null from nodes as n where n.dynamic
  union
  select n.class, n.id, w.table_name, w.writes, case
    when n.becomes_owner then false
    when n.class = 'pg_proc'::regclass then true
    when w.class = 'plumbline.ours'::regclass then not n.by_owner
    when w.class = 'pg_proc'::regclass or n.by_owner then w.as_owner -- a view asks the rights of functions from its user
    else true -- a view below that its user may not see cannot be seen here either
    end, w.class
  from ways as w
  join uses as u on u.used_class = w.class and u.used_id = w.id and coalesce(u.writes = w.writes, true)
  join nodes as n on n.class = u.class and n.id = u.id
  where w.writes or not n.answers
)
select w.* from ways as w where w.class <> 'plumbline.ours'::regclass;

-- Triggers that other roles can fire, and on what terms: row level security may leave them no row to write.
create or replace view plumbline.open_triggers as
select t.oid, t.tgname as name, t.tgrelid as table_id, c.relname as table_name, t.tgtype as type, p.oid as function_id, r.code, r.names_ours,
  t.tgrelid = to_regclass('auth.users') as on_auth,
  exists (select from plumbline.ours as o where s.name = 'public' and o.name = c.relname) as on_ours
from pg_catalog.pg_trigger as t
join pg_catalog.pg_proc as p on p.oid = t.tgfoid and p.prosecdef
join plumbline.routines as r on r.oid = p.oid
join pg_catalog.pg_class as c on c.oid = t.tgrelid
left join plumbline.own_schemas as s on s.oid = c.relnamespace
where not t.tgisinternal and t.tgenabled <> 'D'
  and t.oid not in (select g.oid from plumbline.trigger_plan as g where g.to_drop)
  and (t.tgrelid = to_regclass('auth.users') or s.oid is not null and exists (
    select from (values ('anon'), ('authenticated')) as api (name)
    cross join (values (4, 'insert', 'a'), (8, 'delete', 'd'), (16, 'update', 'w')) as event (bit, name, command)
    where t.tgtype & event.bit <> 0
      and has_schema_privilege(api.name, s.oid, 'usage')
      and case event.name when 'delete' then has_table_privilege(api.name, c.oid, 'delete')
        else has_any_column_privilege(api.name, c.oid, event.name) end
      and (not c.relrowsecurity or exists (
        select from pg_catalog.pg_policy as y
        where y.polrelid = c.oid and y.polpermissive and y.polcmd in ('*', event.command::"char") and exists (
          select from unnest(y.polroles) as member (role) where member.role = 0 or pg_has_role(api.name, member.role, 'usage'))))));

-- The ends of these ways that anon or authenticated can take hold of, and what to do.
create or replace view plumbline.leaks as
with ways as materialized (
  select w.class, w.id, coalesce('public.' || quote_ident(min(w.table_name)), 'any table') as shown, bool_or(w.writes) as writes,
    min(w.table_name) is null as dynamic, bool_or(w.writes and w.table_name = 'profiles') as writes_profiles,
    bool_or(w.next_class = 'pg_proc'::regclass) as by_function, bool_or(not w.writes and w.table_name is not null) as reads,
    array_agg(distinct w.table_name) filter (where w.writes) as written
  from plumbline.ways as w
  where not w.as_owner
  group by w.class, w.id
), grantees as (
  select held.class, held.id, string_agg(distinct
    case held.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(held.grantee)) end, ', ') as names
  from (
    select 'pg_class'::regclass::oid, c.oid, a.grantee
    from pg_catalog.pg_class as c cross join lateral aclexplode(c.relacl) as a
    union all
    select 'pg_class'::regclass, t.attrelid, a.grantee
    from pg_catalog.pg_attribute as t cross join lateral aclexplode(t.attacl) as a
    union all
    select 'pg_proc'::regclass, p.oid, a.grantee
    from pg_catalog.pg_proc as p cross join lateral aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) as a
  ) as held (class, id, grantee)
  where held.grantee = 0 or pg_has_role('anon', held.grantee, 'usage') or pg_has_role('authenticated', held.grantee, 'usage')
  group by held.class, held.id
)
select c.oid::regclass::text as subject, format(
  case when c.relkind in ('v', 'm') then '%s shows or changes rows of %s for anon or authenticated, whatever the policies say: '
      '%srevoke all on %s from %s'
    else '%s with a rule shows or changes rows of %s for anon or authenticated, whatever the policies say: drop the rule' end,
  case c.relkind when 'v' then 'the view' when 'm' then 'the materialized view' else 'the table' end, w.shown,
  case when c.relkind = 'v' and not w.by_function
    then format('alter view %s set (security_invoker = true), or ', c.oid::regclass) else '' end,
  c.oid::regclass, coalesce(g.names, 'anon, authenticated')) as rule
from ways as w
join pg_catalog.pg_class as c on w.class = 'pg_class'::regclass and c.oid = w.id
left join grantees as g on g.class = w.class and g.id = w.id
where exists (
  select from (values ('anon'), ('authenticated')) as api (name)
  where has_schema_privilege(api.name, c.relnamespace, 'usage') and (
    has_table_privilege(api.name, c.oid, 'select, insert, update, delete')
    or has_any_column_privilege(api.name, c.oid, 'select, insert, update')))
union all
select p.oid::regprocedure::text, format(
  'the %s runs with its owner''s rights, %s %s, and anon or authenticated may call it: %s',
  case p.prokind when 'p' then 'procedure' else 'function' end,
  case when w.dynamic then 'runs SQL put together at run time on' when w.writes then 'changes' else 'reads' end, w.shown,
  case when p.oid in (select f.oid from plumbline.functions_of_policies as f)
    then format('move it to a schema that they may not use (alter routine %s set schema ...): policies that call it follow',
      p.oid::regprocedure)
    else format('revoke all on routine %s from %s, or, if they may do that by our policies, alter routine %1$s security invoker',
      p.oid::regprocedure, coalesce(g.names, 'anon, authenticated')) end)
from ways as w
join pg_catalog.pg_proc as p on w.class = 'pg_proc'::regclass and p.oid = w.id
left join grantees as g on g.class = w.class and g.id = w.id
where p.prosecdef and p.prorettype not in ('trigger'::regtype, 'event_trigger'::regtype) and exists (
  select from (values ('anon'), ('authenticated')) as api (name)
  where has_schema_privilege(api.name, p.pronamespace, 'usage') and has_function_privilege(api.name, p.oid, 'execute'))
union all
select t.table_id::regclass::text, format(case
    when t.on_auth then 'trigger %I calls %s, which gives a profile its role out of raw_user_meta_data, which users change themselves: '
      'take it from raw_app_meta_data, or leave it out'
    else 'trigger %I, which anon or authenticated may fire, calls %2$s, which %3$s with its owner''s rights, '
      'whatever the policies say: %4$sdrop the trigger, and create it again after the run if nobody can misuse it' end,
  t.name, t.function_id::regprocedure, case when w.dynamic then 'runs SQL put together at run time' when w.writes then 'changes ' || w.shown
    else 'puts what it reads of ' || w.shown || ' into the row' end,
  -- on a table of ours it would fail with the rights of its user
  case when not t.on_ours then format('alter function %s security invoker, or ', t.function_id::regprocedure) end)
from plumbline.open_triggers as t
join ways as w on w.class = 'pg_proc'::regclass and w.id = t.function_id
where case
  when t.on_auth then w.writes_profiles and t.code ~ '(?<![.\w])role\M(?!\s*\()' and t.code ~ '\mraw_user_meta_data\M'
  when w.dynamic then t.names_ours
  when w.reads and t.type & 2 <> 0 and t.code ~ '\mnew\.\w+\s*:?=(?!=)|\minto\s+(strict\s+)?new\M' then true
  when t.on_ours then w.written <> array[t.table_name] or w.writes_profiles and t.code ~ '(?<![.\w])role\M(?!\s*\()'
  else w.writes end;
