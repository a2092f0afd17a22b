-- A row is a role of the server, or the one that migrates. Roles belong to all databases: only those that the migrations
-- make are compared.
-- Left out: PostgreSQL's own; whether there is a password, which not everybody may see.
-- settings: of one that may hold a secret only that it is there. Those of the role that migrates are objects of their own, with
-- those of the database.
select 'role ' || coalesce(nullif(quote_ident(r.rolname), current_setting('plumbline.owner')), '$owner') as path,
       null as parent,
       r.rolsuper::text as "superuser",
       r.rolcreaterole::text as "createRole",
       r.rolcreatedb::text as "createDatabase",
       r.rolcanlogin::text as "login",
       r.rolreplication::text as "replication",
       r.rolbypassrls::text as "bypassRowSecurity",
       r.rolinherit::text as "inherit",
       nullif(r.rolconnlimit, -1)::text as "connectionLimit",
       nullif(r.rolvaliduntil, 'infinity')::text as "validUntil",
       case when quote_ident(r.rolname) <> current_setting('plumbline.owner')
            then (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
                    from unnest(r.rolconfig) o
                   cross join lateral (
                     select regexp_replace(o, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi')) w (text)) end as "settings",
       shobj_description(r.oid, 'pg_authid') as "comment"
  from pg_roles r
 where r.rolname !~ '^pg_'
 order by path
