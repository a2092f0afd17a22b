-- What must happen to constraints and indexes: keep (under our name), drop, or leave (it is of others' columns).
-- Nothing here changes anything. What is over our columns alone and not in the drafts goes, under whatever name: another
-- unique or check refuses rows that the schema allows, another index repeats ours or is not among the common reads.

-- A definition in words that do not depend on the name of the object or the schema of its table.
create or replace view plumbline.relations as
with tables as materialized ( -- first, for a database may have thousands of others
  select c.oid, c.relnamespace, o.position, o.name
  from pg_catalog.pg_class as c
  join plumbline.ours as o on o.name = c.relname
  where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'plumbline'::regnamespace)
), everything as (
  select
    'constraint' as kind, k.oid, k.conrelid as table_id, k.conname as name, k.contype as type,
    plumbline.in_public(pg_get_constraintdef(k.oid)) as definition,
    k.conkey as columns,
    k.convalidated and not exists (
      select from pg_catalog.pg_trigger as t where t.tgconstraint = k.oid and t.tgenabled <> 'O') as sound,
    k.confrelid, k.confkey, k.conindid as index_id
  from tables as t
  join pg_catalog.pg_constraint as k on k.conrelid = t.oid and k.contype in ('p', 'u', 'c', 'f', 'x')
  union all
  select
    'index', i.indexrelid, i.indrelid, c.relname, 'i',
    case when i.indisunique then 'unique ' else '' end || substring(pg_get_indexdef(i.indexrelid) from ' USING .*'),
    array(
      select d.refobjsubid::smallint from pg_catalog.pg_depend as d
      where d.classid = 'pg_class'::regclass and d.objid = i.indexrelid
        and d.refclassid = 'pg_class'::regclass and d.refobjid = i.indrelid and d.refobjsubid > 0),
    i.indisvalid and i.indisready and i.indislive, null, null, i.indexrelid
  from tables as t
  join pg_catalog.pg_index as i on i.indrelid = t.oid
  join pg_catalog.pg_class as c on c.oid = i.indexrelid
  where not exists (select from pg_catalog.pg_constraint as k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
)
select e.*, t.position, t.name as table_name, t.relnamespace
from everything as e
join tables as t on t.oid = e.table_id;

create or replace view plumbline.relation_plan as
with known as materialized (
  select c.live_table, c.live_attnum, c.other_type from plumbline.columns as c where c.live_attnum is not null
), drafted as materialized (
  select r.* from plumbline.relations as r where r.relnamespace = 'plumbline'::regnamespace
), live as (
  select r.*,
    -- all its columns are ours
    not exists (
      select from unnest(r.columns) as n
      left join known as c on c.live_table = r.table_id and c.live_attnum = n
      where c.live_attnum is null) as only_ours,
    -- its values change their type, so that it must be made anew
    exists (
      select from known as c
      where c.other_type and (
        c.live_table = r.table_id and c.live_attnum = any (r.columns)
        or c.live_table = r.confrelid and c.live_attnum = any (r.confkey))) as retyped
  from plumbline.relations as r
  where r.relnamespace = 'public'::regnamespace
), matched as (
  select l.*, w.name as wanted_name,
    row_number() over (
      partition by l.kind, l.table_id, l.definition
      order by l.name = w.name desc,
        (select count(*) from pg_catalog.pg_constraint as f where f.contype = 'f' and f.conindid = l.index_id) desc, l.name)
      as rank
  from live as l
  left join drafted as w
    on w.kind = l.kind and w.table_name = l.table_name
    and w.definition = l.definition and l.sound and (not l.retyped or l.kind = 'index')
)
select m.*,
  case
    when m.wanted_name is not null and m.rank = 1 then 'keep'
    when m.only_ours or m.wanted_name is not null or m.type = 'p'
      or exists (
        select from drafted as w where w.table_name = m.table_name and w.name = m.name) then 'drop'
    else 'leave'
  end as action
from matched as m;

-- A table whose updates or deletes are published tells rows apart by its primary key after the run; a filter or a list of columns
-- that the key does not cover would make PostgreSQL refuse each of them. Until a key is made anew, a list would have to name all columns.
create or replace view plumbline.publication_obstacles as
select o.name as table_name, p.pubname as publication
from plumbline.ours as o
join pg_catalog.pg_class as c on c.relname = o.name and c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
join pg_catalog.pg_publication_rel as r on r.prrelid = c.oid
join pg_catalog.pg_publication as p on p.oid = r.prpubid and (p.pubupdate or p.pubdelete)
left join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped
where r.prattrs is not null and (
    not coalesce(a.attnum = any (r.prattrs), false)
    or not exists (select from plumbline.relation_plan as k where k.table_id = c.oid and k.type = 'p' and k.action = 'keep'))
  or exists ( -- in the filter, which has no other trace of which columns it reads
    select from regexp_matches(r.prqual::text, ':varattno (\d+)', 'g') as read (column_number)
    where read.column_number[1]::integer is distinct from a.attnum);
