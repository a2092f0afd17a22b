-- A row is a schema in scope, or one that the migrating role owns: nobody else answers for that one.
-- The schema public belongs to pg_database_owner since PostgreSQL 15, and to its owner in databases that are older.
-- Left out: PostgreSQL's own, Supabase's (which its migrating role may own), and those that an extension made.
select format('schema %I', n.nspname) as path,
       null as parent,
       case when n.nspname = 'public' and pg_get_userbyid(n.nspowner) = 'pg_database_owner' then '$owner'
            else coalesce(nullif(quote_ident(pg_get_userbyid(n.nspowner)), current_setting('plumbline.owner')), '$owner')
            end as "owner",
       nullif(obj_description(n.oid, 'pg_namespace'), 'standard public schema') as "comment"
  from pg_namespace n
 where n.nspname !~ '^pg_'
   and n.nspname not in ('information_schema', 'plumbline')
   and (n.nspname = any (current_setting('plumbline.schemas')::text[])
        or quote_ident(pg_get_userbyid(n.nspowner)) = current_setting('plumbline.owner')
           and n.nspname not in ('auth', 'cron', 'extensions', 'graphql', 'graphql_public', 'net', 'pgbouncer',
                                 'pgmq', 'pgsodium', 'pgsodium_masks', 'realtime', '_realtime', '_analytics',
                                 'repack', 'storage', 'supabase_functions', 'supabase_migrations', 'tiger',
                                 'tiger_data', 'topology', 'vault'))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
 order by path
