-- A row is a sequence, those behind serial and identity columns included: they are children of their table.
select format('sequence %I.%I', n.nspname, c.relname) as path,
       case when tc.oid is null then format('schema %I', n.nspname)
            else format(case tc.relkind when 'f' then 'foreign table %I.%I' when 'v' then 'view %I.%I' else 'table %I.%I' end, tn.nspname, tc.relname)
            end as parent,
       format_type(s.seqtypid, null) as "type",
       s.seqstart::text as "start",
       s.seqincrement::text as "increment",
       s.seqmin::text as "minimum",
       s.seqmax::text as "maximum",
       s.seqcache::text as "cache",
       s.seqcycle::text as "cycle",
       case when a.attnum is not null then format('%I.%I.%I', tn.nspname, tc.relname, a.attname) end as "ownedBy",
       case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' end as "persistence",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_sequence s
  join pg_class c on c.oid = s.seqrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_depend o
    on o.classid = 'pg_class'::regclass and o.objid = c.oid and o.objsubid = 0
   and o.refclassid = 'pg_class'::regclass and o.refobjsubid > 0 and o.deptype in ('a', 'i')
  left join pg_class tc on tc.oid = o.refobjid
  left join pg_namespace tn on tn.oid = tc.relnamespace
  left join pg_attribute a on a.attrelid = o.refobjid and a.attnum = o.refobjsubid
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
