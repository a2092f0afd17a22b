-- A row is a view.
-- PostgreSQL 15 prints the table's name before each column of a view over one table, 16 and later do not.
select format('view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_viewdef(c.oid) as "definition",
       (select string_agg(o, ', ' order by o) from unnest(c.reloptions) o) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'v'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
