-- A row is a procedure, known by its name and the types of its arguments, for a name alone may have several.
select format('procedure %I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) as path,
       format('schema %I', n.nspname) as parent,
       pg_get_function_arguments(p.oid) as "arguments",
       pg_get_function_result(p.oid) as "returns",
       l.lanname::text as "language",
       coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as "body",
       p.probin as "library",
       (select string_agg(format_type(y, null), ', ' order by format_type(y, null)) from unnest(p.protrftypes) y)
         as "transforms",
       case p.provolatile when 'i' then 'immutable' when 's' then 'stable' when 'v' then 'volatile' end as "volatility",
       case p.proparallel when 's' then 'safe' when 'r' then 'restricted' when 'u' then 'unsafe' end as "parallel",
       p.prosecdef::text as "securityDefiner",
       p.proisstrict::text as "strict",
       p.proleakproof::text as "leakproof",
       (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
          from unnest(p.proconfig) s
         cross join lateral (
           select regexp_replace(s, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi')) w (text)) as "settings",
       p.procost::text as "cost",
       p.prorows::text as "rows",
       (select string_agg(quote_ident(x.extname), ', ' order by x.extname)
          from pg_depend d join pg_extension x on x.oid = d.refobjid
         where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.refclassid = 'pg_extension'::regclass and d.deptype = 'x')
         as "dependsOnExtension",
       coalesce(nullif(quote_ident(pg_get_userbyid(p.proowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(p.oid, 'pg_proc') as "comment"
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
 where p.prokind = 'p'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
 order by path
