-- A row is an index.
-- Left out: the one behind a constraint, which comes and goes with it; what a partition has from its parent; whether
-- CLUSTER uses it, which is no more than the default of that command.
-- requires: the columns that it, its expressions and its predicate use, and the enums that they name.
-- A concurrent build that failed leaves an index that is not valid; valid=false is that.
with used as (
  select d.objid, array_agg(format('column %I.%I.%I', n.nspname, c.relname, a.attname) order by a.attnum) as columns
    from pg_depend d
    join pg_class c on c.oid = d.refobjid and c.relkind in ('r', 'p')
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.classid = 'pg_class'::regclass
     and d.refclassid = 'pg_class'::regclass
     and d.refobjsubid > 0
     and d.deptype = 'a'
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
   group by d.objid
), label as (
  select d.objid, array_agg(distinct format('enum %I.%I', n.nspname, t.typname)) as enums
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    join pg_depend d on d.refclassid = 'pg_type'::regclass and d.refobjid = t.oid and d.classid = 'pg_class'::regclass
   where t.typtype = 'e'
   group by d.objid
)
select format('index %I.%I', n.nspname, c.relname) as path,
       format(case t.relkind when 'm' then 'materialized view %I.%I' else 'table %I.%I' end, n.nspname, t.relname)
         as parent,
       u.columns || l.enums as "requires",
       pg_get_indexdef(c.oid) as "definition",
       i.indisunique::text as "unique",
       (i.indisvalid and i.indisready and i.indislive)::text as "valid",
       case when i.indexprs is not null
            then (select string_agg(format('%s: %s', a.attnum, a.attstattarget), ', ' order by a.attnum)
                    from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0) end as "statisticsTargets",
       quote_ident(s.spcname) as "tablespace",
       m.description as "comment"
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = i.indrelid
  left join used u on u.objid = c.oid
  left join pg_tablespace s on s.oid = c.reltablespace
  left join label l on l.objid = c.oid
  left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid = 0
 where t.relkind in ('r', 'p', 'm')
   and not c.relispartition
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
