-- A row is an extended statistics object.
select format('statistics %I.%I', n.nspname, x.stxname) as path,
       format(case c.relkind when 'm' then 'materialized view %I.%I' when 'f' then 'foreign table %I.%I'
                             else 'table %I.%I' end, cn.nspname, c.relname) as parent,
       pg_get_statisticsobjdef(x.oid) as "definition",
       nullif(x.stxstattarget, -1)::text as "target",
       coalesce(nullif(quote_ident(pg_get_userbyid(x.stxowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(x.oid, 'pg_statistic_ext') as "comment"
  from pg_statistic_ext x
  join pg_namespace n on n.oid = x.stxnamespace
  join pg_class c on c.oid = x.stxrelid
  join pg_namespace cn on cn.oid = c.relnamespace
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_statistic_ext'::regclass and d.objid = x.oid and d.deptype = 'e')
 order by path
