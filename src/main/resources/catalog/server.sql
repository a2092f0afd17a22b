-- A row is a foreign server.
-- options: of one that may hold a secret only that it is there.
select format('server %I', s.srvname) as path,
       null as parent,
       quote_ident(w.fdwname) as "wrapper",
       s.srvtype as "type",
       s.srvversion as "version",
       (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
          from unnest(s.srvoptions) o
         cross join lateral (
           select regexp_replace(o, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi')) w (text)) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(s.srvowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(s.oid, 'pg_foreign_server') as "comment"
  from pg_foreign_server s
  join pg_foreign_data_wrapper w on w.oid = s.srvfdw
 where not exists (select from pg_depend d
                    where d.classid = 'pg_foreign_server'::regclass and d.objid = s.oid and d.deptype = 'e')
 order by path
