-- A row is a live column of a table. NOT NULL is a fact of the column on every major: PostgreSQL 18 has a
-- constraint for it as well, which constraint.sql leaves out.
-- Where a column stands is no fact: a table that got it later than another has it at the end, and works the same.
-- Collation, storage and compression are there only where they are not what the type brings.
select format('column %I.%I.%I', n.nspname, c.relname, a.attname) as path,
       format('table %I.%I', n.nspname, c.relname) as parent,
       format_type(a.atttypid, a.atttypmod) as "type",
       (not a.attnotnull)::text as "nullable",
       case when exists (select from pg_constraint o
                          where o.conrelid = c.oid and o.contype = 'n' and o.conkey[1] = a.attnum and not o.convalidated)
            then 'false' end as "notNullValidated",
       case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default",
       case a.attgenerated when 's' then 'stored: ' when 'v' then 'virtual: ' end || pg_get_expr(d.adbin, d.adrelid)
         as "generated",
       case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as "identity",
       case when a.attcollation <> t.typcollation then format('%I.%I', cn.nspname, co.collname) end as "collation",
       case when a.attstorage <> t.typstorage
            then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                   when 'x' then 'extended' end end as "storage",
       case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end as "compression",
       col_description(c.oid, a.attnum) as "comment"
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_collation co on co.oid = a.attcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
 where c.relkind in ('r', 'p')
   and a.attnum > 0
   and not a.attisdropped
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend e
                    where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0 and e.deptype = 'e')
 order by path
