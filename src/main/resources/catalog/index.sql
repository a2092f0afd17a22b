-- A row is an index.
-- Left out: the one behind a constraint, which comes and goes with it; what a partition has from its parent.
-- A concurrent build that failed leaves an index that is not valid; valid=false is that.
select format('index %I.%I', n.nspname, c.relname) as path,
       format(case t.relkind when 'm' then 'materialized view %I.%I' else 'table %I.%I' end, tn.nspname, t.relname)
         as parent,
       pg_get_indexdef(c.oid) as "definition",
       i.indisunique::text as "unique",
       (i.indisvalid and i.indisready)::text as "valid",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = i.indrelid
  join pg_namespace tn on tn.oid = t.relnamespace
 where t.relkind in ('r', 'p', 'm')
   and not c.relispartition
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
