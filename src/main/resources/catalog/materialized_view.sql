-- A row is a materialized view.
-- options: on, yes and 1 are true.
-- columnSettings: what makes reading it faster or slower, where it is not what PostgreSQL takes by itself.
select format('materialized view %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_viewdef(c.oid) as "definition",
       (select string_agg(o.name || '=' || case when o.name ~ '(autovacuum_enabled|vacuum_truncate)$'
                                                then o.value::boolean::text else o.value end, ', ' order by o.name)
          from (select split_part(p, '=', 1), split_part(p, '=', 2) from unnest(c.reloptions) p
                union all
                select 'toast.' || split_part(p, '=', 1), split_part(p, '=', 2) from unnest(t.reloptions) p)
            o (name, value)) as "options",
       c.relispopulated::text as "populated",
       quote_ident(nullif(am.amname, 'heap')) as "accessMethod",
       quote_ident(s.spcname) as "tablespace",
       (select string_agg(format('%I: %s', a.attname, w.settings), E'\n' order by a.attnum)
          from pg_attribute a
          join pg_type y on y.oid = a.atttypid
         cross join lateral (
           select concat_ws(', ', 'statistics ' || nullif(a.attstattarget, -1),
                            case when a.attstorage <> y.typstorage
                                 then case a.attstorage when 'p' then 'plain' when 'e' then 'external' when 'm' then 'main'
                                                        when 'x' then 'extended' end end,
                            case a.attcompression when 'p' then 'pglz' when 'l' then 'lz4' end,
                            array_to_string(a.attoptions, ', '))) w (settings)
         where a.attrelid = c.oid and a.attnum > 0 and w.settings <> '') as "columnSettings",
       (select string_agg(format('%I: %s', a.attname, replace(m.description, E'\n', E'\n  ')), E'\n' order by a.attnum)
          from pg_description m
          join pg_attribute a on a.attrelid = m.objoid and a.attnum = m.objsubid
         where m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid > 0) as "columnComments",
       (select string_agg(quote_ident(x.extname), ', ' order by x.extname)
          from pg_depend d join pg_extension x on x.oid = d.refobjid
         where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refclassid = 'pg_extension'::regclass and d.deptype = 'x')
         as "dependsOnExtension",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment",
       (select obj_description(r.oid, 'pg_rewrite') from pg_rewrite r where r.ev_class = c.oid and r.rulename = '_RETURN')
         as "ruleComment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid
  left join pg_am am on am.oid = c.relam
  left join pg_tablespace s on s.oid = c.reltablespace
 where c.relkind = 'm'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
