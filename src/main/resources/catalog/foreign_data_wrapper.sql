-- A row is a foreign data wrapper.
-- options: of one that may hold a secret only that it is there.
select format('foreign data wrapper %I', w.fdwname) as path,
       null as parent,
       nullif(w.fdwhandler, 0)::regproc::text as "handler",
       nullif(w.fdwvalidator, 0)::regproc::text as "validator",
       (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
          from unnest(w.fdwoptions) o
         cross join lateral (
           select regexp_replace(o, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi')) w (text)) as "options",
       coalesce(nullif(quote_ident(pg_get_userbyid(w.fdwowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(w.oid, 'pg_foreign_data_wrapper') as "comment"
  from pg_foreign_data_wrapper w
 where not exists (select from pg_depend d
                    where d.classid = 'pg_foreign_data_wrapper'::regclass and d.objid = w.oid and d.deptype = 'e')
 order by path
