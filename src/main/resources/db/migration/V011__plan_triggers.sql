-- Why a trigger of auth.users may not give way to ours, as far as it can be read; null: it does nothing that ours does not do.
-- Whatever is not certain is an objection.
create or replace function plumbline.sign_up_objection(trigger_id oid) returns text
language sql stable set search_path = ''
as $$
  with source as (
    -- without comments, names unquoted, white space squeezed
    select t.tgtype, t.tgqual, t.tgenabled, l.lanname, trim(regexp_replace(regexp_replace(lower(regexp_replace(regexp_replace(p.prosrc,
      '(''[^'']*''|"[^"]*")|--[^\n]*|/\*([^*]|\*+[^*/])*\*+/', '\1 ', 'g'), '"([a-z_]+)"', '\1', 'g')),
      '\s+', ' ', 'g'), ' ?([(),;=.]|->>|::|\|\|) ?', '\1', 'g')) as text
    from pg_catalog.pg_trigger as t
    join pg_catalog.pg_proc as p on p.oid = t.tgfoid
    join pg_catalog.pg_language as l on l.oid = p.prolang
    where t.oid = trigger_id
  ), written as (
    select w.name, w.position, case
      when w.name = 'id' then 'new\.id'
      when w.name = 'email' then 'new\.(email|raw_user_meta_data->>''email'')(,new\.raw_user_meta_data->>''email'')?'
      when w.name in ('full_name', 'avatar_url') then format('new\.raw_user_meta_data->>''%s''', w.name)
      -- the rest is what our defaults write
      when w.name = 'role' then '''user'''
      when w.name in ('created_at', 'updated_at') then '(now\(\)|current_timestamp|timezone\(''utc''(::text)?,now\(\)\))' end as value
    from source as s
    cross join unnest(string_to_array(substring(s.text from '\minsert into (?:public\.)?profiles(?: as \w+)?\(([^()]+)\)'), ','))
      with ordinality as w (name, position)
  ), insertion as (
    select string_agg(w.name, ', ' order by w.position) filter (where w.value is null) as strange, bool_or(w.name = 'id') as of_user,
      -- a value may be trimmed, lowered, cast to text, or have a fallback that says nothing
      string_agg('((coalesce|nullif|lower|b?trim)?\()*' || w.value
        || '(::(uuid|text|varchar)|,''''|,null|,new\.id\|\|''@users\.invalid''|\))*', ',' order by w.position) as values
    from written as w
  )
  select case
    when s.tgenabled in ('D', 'R') then null -- it takes no part in a sign-up
    when s.text !~ '\minsert into (public\.)?profiles\M' then 'creates no profile'
    when s.tgtype <> 5 or s.tgqual is not null then 'is not fired for each row after an insert, and by nothing else'
    when i.strange is not null then format('writes %s of the profile, which ours does not', i.strange)
    when s.lanname <> 'plpgsql' or not coalesce(i.of_user, false) or s.text !~ concat(
        '^begin (if not exists\(select( 1| \*)? from (public\.)?profiles where id=new\.id\)then )?',
        'insert into (public\.)?profiles( as \w+)?\([^()]+\)(values\(', i.values, '\)|select ', i.values, ') ?',
        '(on conflict(\(id\)| on constraint \w+)? ?do (nothing|update set (\w+=(excluded\.\w+|now\(\)),?)+))?;(end if;)?return (new|null);',
        '(exception( ?when [a-z_ ]+ then ?(raise (''[^'']*''|[^;()''])*;|null;|return (new|null);)*)+)?end;?$')
      or s.text !~ '\minto public\.' and exists ( -- another may be meant
        select from pg_catalog.pg_class as other
        where other.relname = 'profiles' and other.relnamespace not in ('public'::regnamespace, 'plumbline'::regnamespace))
      then 'does more than to write id, email, full_name and avatar_url of a new user as they are, or writes something else there'
  end
  from source as s
  cross join insertion as i
$$;

-- Triggers that do what ours do: those of our names, those that call our functions, and those that only set what ours set.
create or replace view plumbline.trigger_plan as
select
  t.oid, t.tgname as name, t.tgrelid as table_id, t.tgfoid as function_id, place.on_auth,
  own.table_owner, own.table_owner or own.served_alone as droppable,
  -- one of our name that cannot be dropped is replaced later: for that the right TRIGGER is enough
  own.table_owner or own.served_alone or t.tgname <> 'on_auth_user_created' or t.tgconstraint <> 0 as to_drop,
  read.objection,
  case
    when read.objection like 'fires before %' then 'give that one a name that sorts after on_auth_user_created'
    when read.objection <> 'creates no profile' then 'have another trigger, of a name that sorts after on_auth_user_created, do the rest, '
      'and let this one, after insert for each row, do nothing but insert into public.profiles (id, email) values (new.id, new.email)'
    when own.table_owner then format('rename it: alter trigger %I on auth.users rename to %I', t.tgname, t.tgname || '_of_your_own')
    else format('in one transaction, create a copy of the function and a trigger of another name that calls the copy, and drop function %s '
      'cascade', p.oid::regprocedure)
  end as remedy
from pg_catalog.pg_trigger as t
join pg_catalog.pg_class as c on c.oid = t.tgrelid
join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
join pg_catalog.pg_proc as p on p.oid = t.tgfoid
join pg_catalog.pg_namespace as pn on pn.oid = p.pronamespace
cross join lateral (
  select n.nspname = 'auth' and c.relname = 'users' as on_auth,
    n.nspname = 'public' and exists (
      select from plumbline.ours as o where o.kind = 'r' and o.name = c.relname) as ours
) as place
-- the owner of the table drops the trigger; the owner of the function may drop that, and the trigger with it, but another
-- schema than public is left alone
cross join lateral (
  select pg_has_role(current_user, c.relowner, 'usage') as table_owner,
    pn.nspname = 'public' and pg_has_role(current_user, p.proowner, 'usage') and not exists (
      select from pg_catalog.pg_depend as d
      where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid and d.objid <> t.oid) as served_alone
) as own
cross join lateral ( -- triggers fire in the order of their names, and the next may need the profile
  select min(o.tgname) as name
  from pg_catalog.pg_trigger as o
  where place.on_auth and o.tgrelid = t.tgrelid and not o.tgisinternal and o.tgenabled not in ('D', 'R') and o.tgtype & 7 = 5
    and t.tgenabled not in ('D', 'R') and o.tgname > t.tgname and o.tgname < 'on_auth_user_created'
    and plumbline.sign_up_objection(o.oid) is not null
) as next
cross join lateral (
  select case when place.on_auth then coalesce(plumbline.sign_up_objection(t.oid),
    'fires before trigger ' || quote_ident(next.name) || ', where ours fires after it') end as objection
) as read
-- without comments, names unquoted, white space squeezed
cross join lateral (
  select trim(regexp_replace(regexp_replace(regexp_replace(lower(replace(p.prosrc, '"', '')), '--[^\n]*', ' ', 'g'),
    '/\*.*?\*/', ' ', 'g'), '\s+', ' ', 'g')) as text
) as source
cross join lateral (
  select
    -- assignments to what ours set, on one condition at most, of functions that only tell the time
    source.text ~ '^begin (if [^;]+ then )?(new\.(updated_at|access_count|last_accessed_at) ?:?= ?[^;]+; ?)+(end if; ?)?return new; ?end;?$'
    and source.text !~ '\mselect\M'
    and not exists (
      select from regexp_matches(source.text, '([\w.]+) ?\(', 'g') as called (word)
      where called.word[1] not in ('now', 'clock_timestamp', 'statement_timestamp', 'transaction_timestamp', 'timezone', 'coalesce',
        'if', 'and', 'or', 'not', 'from', 'row')) as only_sets
) as counted
where not t.tgisinternal and (
  place.ours and (
    t.tgname in (c.relname || '_set_updated_at', c.relname || '_count_access', c.relname || '_refuse_unless_admin',
      c.relname || '_refuse_foreign_parent', c.relname || '_refuse_foreign_claim', c.relname || '_share_claim_lock')
    or pn.nspname = 'agentflow' and p.proname in ('set_updated_at', 'count_memory_access', 'refuse_unless_admin',
      'refuse_foreign_parent', 'refuse_foreign_claim', 'share_claim_lock')
    or p.proname = 'moddatetime' and pg_get_triggerdef(t.oid) ~ '\(''updated_at''\)$'
    or t.tgtype & 19 = 19 -- before update, for each row
      and counted.only_sets)
  or place.on_auth and (
    t.tgname = 'on_auth_user_created'
    or pn.nspname = 'agentflow' and p.proname = 'create_profile'
    or t.tgtype & 4 <> 0 and t.tgenabled not in ('D', 'R') and source.text ~ '\minsert into (public\.)?profiles\M')); -- on insert

-- Our functions, where there are any yet. A replacement keeps the result: for another result the function must go first.
create or replace view plumbline.function_plan as
select p.oid, p.proowner, p.prokind <> 'f' or p.proretset
  or p.prorettype <> case p.proname when 'is_admin' then 'boolean'::regtype else 'trigger'::regtype end as to_drop
from pg_catalog.pg_proc as p
join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
where n.nspname = 'agentflow' and p.pronargs = 0 and p.proname in ('is_admin', 'set_updated_at', 'count_memory_access',
  'create_profile', 'refuse_unless_admin', 'refuse_foreign_parent', 'refuse_foreign_claim', 'share_claim_lock');

-- Who depends on a column, other than by what is ours or goes: views, policies of other tables, generated columns, functions ...
create or replace view plumbline.dependents as
with known as materialized (
  select c.table_name, c.column_name, c.live_table, c.live_attnum from plumbline.columns as c where c.live_attnum is not null
), plan as materialized (
  select r.oid, r.kind, r.type, r.action from plumbline.relation_plan as r
)
select c.table_name, c.column_name, d.classid, d.objid,
  case when d.classid = 'pg_rewrite'::regclass
    then (select pg_describe_object('pg_class'::regclass, w.ev_class, 0) from pg_catalog.pg_rewrite as w where w.oid = d.objid)
    else pg_describe_object(d.classid, d.objid, d.objsubid) end as description
from known as c
join pg_catalog.pg_depend as d
  on d.refclassid = 'pg_class'::regclass and d.refobjid = c.live_table and d.refobjsubid = c.live_attnum
where d.classid in ('pg_rewrite'::regclass, 'pg_policy'::regclass, 'pg_trigger'::regclass, 'pg_proc'::regclass,
    'pg_attrdef'::regclass, 'pg_publication_rel'::regclass, 'pg_constraint'::regclass, 'pg_class'::regclass)
  and not exists (
    select from pg_catalog.pg_rewrite as w
    join pg_catalog.pg_class as v on v.oid = w.ev_class and v.relnamespace = 'public'::regnamespace
    join plumbline.ours as o on o.name = v.relname and o.kind = 'v'
    where d.classid = 'pg_rewrite'::regclass and w.oid = d.objid)
  and not exists (
    select from pg_catalog.pg_policy as p
    join known as pc on pc.live_table = p.polrelid
    where d.classid = 'pg_policy'::regclass and p.oid = d.objid)
  and not exists (select from plumbline.trigger_plan as t where d.classid = 'pg_trigger'::regclass and t.oid = d.objid)
  and not exists (
    select from pg_catalog.pg_trigger as t
    where d.classid = 'pg_trigger'::regclass and t.oid = d.objid and t.tgisinternal)
  and not exists (
    select from pg_catalog.pg_attrdef as x -- its own default
    where d.classid = 'pg_attrdef'::regclass and x.oid = d.objid and x.adrelid = c.live_table and x.adnum = c.live_attnum)
  and not exists (
    select from plan as r
    where d.objid = r.oid and (r.action <> 'leave' or r.type in ('p', 'u', 'f')
      or r.kind = 'index' and exists (
        select from pg_catalog.pg_index as i where i.indexrelid = r.oid and i.indexprs is null and i.indpred is null)))
  and not exists (
    select from pg_catalog.pg_constraint as k -- not null, which 18 keeps as a constraint
    where d.classid = 'pg_constraint'::regclass and k.oid = d.objid and k.contype = 'n')
  and not (d.classid = 'pg_class'::regclass and not exists ( -- sequences, statistics, indexes of constraints
    select from plumbline.relation_plan as r where r.kind = 'index' and r.oid = d.objid));
