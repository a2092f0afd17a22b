-- A row is a view.
-- options: on, yes and 1 are true; what is false is as if it were not there.
-- PostgreSQL 15 prints the table's name before each column of a view over one table, 16 and later do not.
select format('view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_viewdef(c.oid) as "definition",
       (select string_agg(o.name || '=' || case when o.name in ('security_invoker', 'security_barrier')
                                                then o.value::boolean::text else o.value end, ', ' order by o.name)
          from (select split_part(p, '=', 1), split_part(p, '=', 2) from unnest(c.reloptions) p) o (name, value)
         where case when o.name in ('security_invoker', 'security_barrier') then o.value::boolean else true end) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       (select string_agg(format('%I: %s', a.attname, replace(pg_get_expr(d.adbin, d.adrelid), E'\n', E'\n  ')), E'\n' order by a.attnum)
          from pg_attrdef d
          join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
         where d.adrelid = c.oid) as "columnDefaults",
       (select string_agg(format('%I: %s', a.attname, replace(m.description, E'\n', E'\n  ')), E'\n' order by a.attnum)
          from pg_description m
          join pg_attribute a on a.attrelid = m.objoid and a.attnum = m.objsubid
         where m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid > 0) as "columnComments",
       obj_description(c.oid, 'pg_class') as "comment",
       (select obj_description(r.oid, 'pg_rewrite') from pg_rewrite r where r.ev_class = c.oid and r.rulename = '_RETURN')
         as "ruleComment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'v'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
