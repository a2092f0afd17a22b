-- A row is a view.
-- PostgreSQL 16 stopped printing the table's name before each column of a view over one table. 15 still does, so
-- there it is taken off, where the view has one table and no subquery (whose columns keep it on every major).
select format('view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       case when current_setting('server_version_num')::int < 160000
             and w.ev_action::text ~ ':fromlist \(\{RANGETBLREF :rtindex 3\}\)'
             and w.ev_action::text !~ '\{SUBLINK|:rtekind 1|:rtekind 6'
            then regexp_replace(pg_get_viewdef(c.oid),
                                '(?<![\w"$.])' || regexp_replace(quote_ident(o.refname), '([^\w])', '\\\1', 'g') || '\.',
                                '', 'g')
            else pg_get_viewdef(c.oid) end as "definition",
       (select string_agg(o, ', ' order by o) from unnest(c.reloptions) o) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_rewrite w on w.ev_class = c.oid and w.rulename = '_RETURN'
  cross join lateral (select (regexp_match(w.ev_action::text, '.*:eref \{ALIAS :aliasname (\S+) '))[1] as refname) o
 where c.relkind = 'v'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
