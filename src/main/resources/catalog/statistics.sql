-- A row is an extended statistics object.
-- requires: the columns that it and its expressions use.
with used as (
  select d.objid, array_agg(format('column %I.%I.%I', n.nspname, c.relname, a.attname) order by a.attnum) as columns
    from pg_depend d
    join pg_class c on c.oid = d.refobjid and c.relkind in ('r', 'p', 'f')
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.classid = 'pg_statistic_ext'::regclass
     and d.refclassid = 'pg_class'::regclass
     and d.refobjsubid > 0
   group by d.objid
)
select format('statistics %I.%I', n.nspname, x.stxname) as path,
       format(case c.relkind when 'm' then 'materialized view %I.%I' when 'f' then 'foreign table %I.%I'
                             else 'table %I.%I' end, cn.nspname, c.relname) as parent,
       u.columns as "requires",
       pg_get_statisticsobjdef(x.oid) as "definition",
       nullif(x.stxstattarget, -1)::text as "target",
       coalesce(nullif(quote_ident(pg_get_userbyid(x.stxowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(x.oid, 'pg_statistic_ext') as "comment"
  from pg_statistic_ext x
  join pg_namespace n on n.oid = x.stxnamespace
  join pg_class c on c.oid = x.stxrelid
  join pg_namespace cn on cn.oid = c.relnamespace
  left join used u on u.objid = x.oid
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_statistic_ext'::regclass and d.objid = x.oid and d.deptype = 'e')
 order by path
