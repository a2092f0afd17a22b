-- A row is a schema in scope, or one that the migrating role owns: nobody else answers for that one.
-- The schema public belongs to pg_database_owner since PostgreSQL 15, who is the owner of the database, and to its owner in
-- databases that are older. That an administrator owns the database, or a group of the migrating role's, is the installation's
-- business; nobody else is to own public with it, and least Supabase's API roles, of which its postgres is a member.
-- Left out: PostgreSQL's own; Supabase's, which its migrating role may own, where there is a role of Supabase's; those that an
-- extension made or is known to live in.
select format('schema %I', n.nspname) as path,
       null as parent,
       case when n.nspname = 'public' and o.name = 'pg_database_owner' and d.is_of_installation then '$owner'
            else coalesce(nullif(quote_ident(case when n.nspname = 'public' and o.name = 'pg_database_owner' then d.owner
                                                  else o.name end), current_setting('plumbline.owner')), '$owner')
            end as "owner",
       nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema') as "comment"
  from pg_namespace n
 cross join lateral (select pg_get_userbyid(n.nspowner) as name) o
 cross join (
   select r.rolname as owner,
          r.rolsuper or r.rolcreaterole or r.rolcreatedb
            or exists (select from pg_auth_members m
                        where m.member = r.oid and quote_ident(pg_get_userbyid(m.roleid)) = current_setting('plumbline.owner')
                           or m.roleid = r.oid and quote_ident(pg_get_userbyid(m.member)) = current_setting('plumbline.owner')
                              and r.rolname not in ('anon', 'authenticated', 'service_role'))
            as is_of_installation
     from pg_database b
     join pg_roles r on r.oid = b.datdba
    where b.datname = current_database()
 ) d
 where n.nspname !~ '^pg_'
   and n.nspname not in ('information_schema', 'plumbline')
   and (n.nspname = any (current_setting('plumbline.schemas')::text[])
        or quote_ident(pg_get_userbyid(n.nspowner)) = current_setting('plumbline.owner')
           and not (n.nspname in ('auth', 'extensions', 'graphql', 'graphql_public', 'pgbouncer', 'realtime', '_realtime', '_analytics',
                                  'storage', 'supabase_functions', 'supabase_migrations', 'vault')
                    and exists (select from pg_roles r where r.rolname = 'service_role'))
           and not (n.nspname in ('cron', 'net', 'pgmq', 'pgsodium', 'repack', 'tiger', 'topology')
                    and exists (select from pg_extension e where e.extnamespace = n.oid)))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
 order by path
