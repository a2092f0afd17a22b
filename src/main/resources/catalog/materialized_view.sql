-- A row is a materialized view.
select format('materialized view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_viewdef(c.oid) as "definition",
       (select string_agg(o, ', ' order by o) from unnest(c.reloptions) o) as "options",
       c.relispopulated::text as "populated",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'm'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
