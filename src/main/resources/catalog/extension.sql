-- A row is an extension, but for plpgsql, which every database has.
-- version: "default" is the one that this server installs, for the same release of an extension has another
-- number on another PostgreSQL major (pgcrypto: 1.3 on 17, 1.4 on 18).
select format('extension %I', e.extname) as path,
       format('schema %I', n.nspname) as parent,
       case when e.extversion = a.default_version then 'default' else e.extversion end as "version",
       quote_ident(n.nspname) as "schema",
       case when obj_description(e.oid, 'pg_extension') is distinct from a.comment
            then coalesce(obj_description(e.oid, 'pg_extension'), 'none') end as "comment"
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
  left join pg_available_extensions() a on a.name = e.extname
 where e.extname <> 'plpgsql'
 order by path
