-- A row is a live column of a table or a foreign table. NOT NULL is a fact of the column on every major: PostgreSQL 18
-- has a constraint for it as well, which constraint.sql leaves out.
-- Where a column stands is no fact: a table that got it later than another has it at the end, and works the same.
-- Collation, storage and compression are there only where they are not what the type brings.
-- requires: the columns of its parents that it has inherited, and the type of its table; what befalls those befalls it too.
-- identity: not of a partition's columns, for 17 and later pass it on to partitions, and others do not.
with relation as materialized (
  select c.oid, c.relispartition as is_partition,
         (select array[format('composite type %I.%I', yn.nspname, y.typname)]
            from pg_type y join pg_namespace yn on yn.oid = y.typnamespace where y.oid = c.reloftype) as of_type,
         format('%I.%I', n.nspname, c.relname) as name,
         format(case c.relkind when 'f' then 'foreign table %I.%I' else 'table %I.%I' end, n.nspname, c.relname) as path
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f')
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and c.relpersistence <> 't'
     and not exists (select from pg_depend e
                      where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0 and e.deptype = 'e')
), inherited as materialized (
  select i.inhrelid, h.attname, array_agg(format('column %I.%I.%I', n.nspname, c.relname, h.attname) order by i.inhseqno)
           as paths
    from relation r
    join pg_inherits i on i.inhrelid = r.oid
    join pg_class c on c.oid = i.inhparent
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute h on h.attrelid = i.inhparent and h.attnum > 0 and not h.attisdropped
   group by i.inhrelid, h.attname
), not_null_comment as materialized (
  select o.conrelid, o.conkey[1] as attnum, m.description
    from pg_description m
    join pg_constraint o on o.oid = m.objoid
   where m.classoid = 'pg_constraint'::regclass and o.contype = 'n' and o.conrelid <> 0
)
select 'column ' || r.name || '.' || quote_ident(a.attname) as path,
       r.path as parent,
       coalesce(p.paths, r.of_type) as "requires",
       format_type(a.atttypid, a.atttypmod) as "type",
       (not a.attnotnull)::text as "nullable",
       case when not nn.convalidated then 'false' end as "notNullValidated",
       case when nn.connoinherit then 'false' end as "notNullInherited",
       nc.description as "notNullComment",
       case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
       case a.attgenerated when 's' then 'stored: ' || pg_get_expr(d.adbin, d.adrelid)
                           when 'v' then 'virtual: ' || pg_get_expr(d.adbin, d.adrelid) end as "generated",
       case when not r.is_partition then case a.attidentity when 'a' then 'always' when 'd' then 'by default' end end
         as "identity",
       case when a.attcollation <> t.typcollation then format('%I.%I', cn.nspname, co.collname) end as "collation",
       case when a.attstorage <> t.typstorage
            then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                   when 'x' then 'extended' end end as "storage",
       case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as "compression",
       nullif(a.attstattarget, -1)::text as "statisticsTarget",
       case when a.attoptions is not null
            then (select string_agg(o, ', ' order by o) from unnest(a.attoptions) o) end as "options",
       case when a.attfdwoptions is not null
            then (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
                    from unnest(a.attfdwoptions) o
                   cross join lateral (
                     select case when o ~ '^key=' then o
                                 else regexp_replace(o, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi') end) w (text)) end as "foreignOptions",
       m.description as "comment"
  from relation r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
  left join pg_constraint nn
    on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum
   and (nn.connoinherit or not nn.convalidated)
  left join pg_description m
    on m.classoid = 'pg_class'::regclass and m.objoid = a.attrelid and m.objsubid = a.attnum
  left join not_null_comment nc on nc.conrelid = a.attrelid and nc.attnum = a.attnum
  left join inherited p on p.inhrelid = a.attrelid and p.attname = a.attname and a.attinhcount > 0
 order by path
