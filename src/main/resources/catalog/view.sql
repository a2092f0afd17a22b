-- A row is a view.
-- requires: what it reads, columns of tables one by one, the functions that it calls, and the enums that it names.
-- PostgreSQL 15 prints the table's name before each column of a view over one table, 16 and later do not.
with used as (
  select r.ev_class,
         array_agg(distinct case when t.oid is not null then format('enum %I.%I', tn.nspname, t.typname)
                                 when p.oid is not null
                                 then format('function %I.%I(%s)', pn.nspname, p.proname, oidvectortypes(p.proargtypes))
                                 when a.attnum is not null then format('column %I.%I.%I', n.nspname, c.relname, a.attname)
                                 else format(case c.relkind when 'v' then 'view %I.%I' when 'f' then 'foreign table %I.%I'
                                                            when 'm' then 'materialized view %I.%I'
                                                            else 'table %I.%I' end,
                                             n.nspname, c.relname) end) as paths
    from pg_rewrite r
    join pg_depend d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
    left join pg_proc p on d.refclassid = 'pg_proc'::regclass and p.oid = d.refobjid
    left join pg_namespace pn on pn.oid = p.pronamespace
    left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid and t.typtype = 'e'
    left join pg_namespace tn on tn.oid = t.typnamespace
    left join pg_class c on d.refclassid = 'pg_class'::regclass and c.oid = d.refobjid
    left join pg_namespace n on n.oid = c.relnamespace
    left join pg_attribute a
      on a.attrelid = c.oid and a.attnum = d.refobjsubid and a.attnum > 0 and c.relkind in ('r', 'p', 'f')
   where r.rulename = '_RETURN'
     and (p.oid is not null or t.oid is not null or c.oid <> r.ev_class)
   group by r.ev_class
)
select format('view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       u.paths as "requires",
       pg_get_viewdef(c.oid) as "definition",
       (select string_agg(o, ', ' order by o) from unnest(c.reloptions) o) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       (select string_agg(format('%I: %s', a.attname, pg_get_expr(d.adbin, d.adrelid)), E'\n' order by a.attnum)
          from pg_attrdef d
          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
         where d.adrelid = c.oid) as "columnDefaults",
       (select string_agg(format('%I: %s', a.attname, m.description), E'\n' order by a.attnum)
          from pg_description m
          join pg_attribute a on a.attrelid = m.objoid and a.attnum = m.objsubid
         where m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid > 0) as "columnComments",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join used u on u.ev_class = c.oid
 where c.relkind = 'v'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
