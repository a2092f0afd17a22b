-- One row: what this read is about, kept for the transaction in settings that the other queries use.
-- owner: the role that owns Flyway's history, and so has migrated; before the first migration, the reader.
-- schemas: the names of those whose paths $1 lists; null asks for all but PostgreSQL's own and ours.
select set_config('plumbline.owner',
                  coalesce((select quote_ident(pg_get_userbyid(c.relowner))
                              from pg_class c join pg_namespace n on n.oid = c.relnamespace
                             where n.nspname = 'plumbline' and c.relname = 'flyway_schema_history'),
                           quote_ident(current_user)), true) as owner,
       set_config('plumbline.schemas',
                  (select coalesce(array_agg(n.nspname::text), '{}')::text
                     from pg_namespace n
                    where n.nspname !~ '^pg_'
                      and n.nspname not in ('information_schema', 'plumbline')
                      and ($1::text[] is null or format('schema %I', n.nspname) = any ($1::text[]))),
                  true) as schemas,
       current_setting('server_version') as server
