-- A row is a live column of a table or a foreign table. NOT NULL is a fact of the column on every major: PostgreSQL 18
-- has a constraint for it as well, which constraint.sql leaves out.
-- Where a column stands is no fact: a table that got it later than another has it at the end, and works the same.
-- Collation, storage and compression are there only where they are not what the type brings.
-- A column that is there only because a parent has it has only the facts in which it differs from the first parent's;
-- "none" stands for a default that only the parent has. What befalls the parent's befalls it too, and is told once.
with relation as materialized (
  select c.oid, format('%I.%I', n.nspname, c.relname) as name,
         format(case c.relkind when 'f' then 'foreign table %I.%I' else 'table %I.%I' end, n.nspname, c.relname) as path
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f')
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and c.relpersistence <> 't'
     and not exists (select from pg_depend e
                      where e.classid = 'pg_class'::regclass and e.objid = c.oid and e.objsubid = 0 and e.deptype = 'e')
), type as materialized (
  select t.oid, format('%s %I.%I', case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range type'
                                                  else 'composite type' end, n.nspname, t.typname) as path
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    left join pg_class c on c.oid = t.typrelid
   where t.typtype in ('e', 'd', 'r') or c.relkind = 'c'
), expression as materialized (
  select d.adrelid, d.adnum, pg_get_expr(d.adbin, d.adrelid) as text
    from pg_attrdef d
    join relation r on r.oid = d.adrelid
), inherited as materialized (
  select distinct on (i.inhrelid, h.attname)
         i.inhrelid, h.attname, format('column %I.%I.%I', n.nspname, c.relname, h.attname) as path, h.attnotnull,
         h.attidentity, h.attstorage, h.attcompression, h.attstattarget, pg_get_expr(d.adbin, d.adrelid) as expression
    from relation r
    join pg_inherits i on i.inhrelid = r.oid
    join pg_class c on c.oid = i.inhparent
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute h on h.attrelid = i.inhparent and h.attnum > 0 and not h.attisdropped
    left join pg_attrdef d on d.adrelid = h.attrelid and d.adnum = h.attnum
   order by i.inhrelid, h.attname, i.inhseqno
)
select 'column ' || r.name || '.' || quote_ident(a.attname) as path,
       r.path as parent,
       case when coalesce(p.path, y.path) is not null then array_remove(array[p.path, y.path], null) end as "requires",
       case when p.path is null then format_type(a.atttypid, a.atttypmod) end as "type",
       case when a.attnotnull is distinct from p.attnotnull then (not a.attnotnull)::text end as "nullable",
       case when not nn.convalidated then 'false' end as "notNullValidated",
       case when nn.connoinherit then 'false' end as "notNullInherited",
       case when a.attgenerated = '' and d.text is distinct from p.expression then coalesce(d.text, 'none') end as "default",
       case when d.text is distinct from p.expression
            then case a.attgenerated when 's' then 'stored: ' when 'v' then 'virtual: ' end || d.text end as "generated",
       case when a.attidentity <> coalesce(p.attidentity, '')
            then case a.attidentity when 'a' then 'always' when 'd' then 'by default' end end as "identity",
       case when a.attcollation <> t.typcollation and p.path is null then format('%I.%I', cn.nspname, co.collname) end
         as "collation",
       case when a.attstorage <> coalesce(p.attstorage, t.typstorage)
            then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                   when 'x' then 'extended' end end as "storage",
       case when a.attcompression <> coalesce(p.attcompression, '')
            then case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' else 'default' end end as "compression",
       case when coalesce(a.attstattarget, -1) <> coalesce(p.attstattarget, -1)
            then coalesce(a.attstattarget, -1)::text end as "statisticsTarget",
       case when a.attoptions is not null
            then (select string_agg(o, ', ' order by o) from unnest(a.attoptions) o) end as "options",
       case when a.attfdwoptions is not null
            then (select string_agg(case when split_part(o, '=', 1) ~* 'pass|secret|token|key|credential'
                                    then split_part(o, '=', 1) || '=(secret)' else o end, ', ' order by o)
                    from unnest(a.attfdwoptions) o) end as "foreignOptions",
       m.description as "comment"
  from relation r
  join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join type y on y.oid = case when t.typtype = 'b' and t.typelem <> 0 then t.typelem else t.oid end
  left join expression d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_collation co on co.oid = a.attcollation and a.attcollation <> t.typcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
  left join pg_constraint nn
    on nn.conrelid = a.attrelid and nn.contype = 'n' and nn.conkey[1] = a.attnum
   and (nn.connoinherit or not nn.convalidated)
  left join pg_description m
    on m.classoid = 'pg_class'::regclass and m.objoid = a.attrelid and m.objsubid = a.attnum
  left join inherited p on p.inhrelid = a.attrelid and p.attname = a.attname and not a.attislocal
 order by path
