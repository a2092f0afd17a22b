-- One row: what this read is about, kept for the transaction in settings that the other queries use.
-- owner: the role that has migrated, which is who owns Flyway's history. Who has never migrated and is not here either, but owns
-- it, has been given it: then it is who migrated last, as the history says, where the reader may see that. Before the first
-- migration it is the reader.
-- schemas: the names of those whose paths $1 lists; null asks for all but PostgreSQL's own and ours.
with history as (
  select pg_get_userbyid(c.relowner) as owner,
         case when has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select') and not row_security_active(c.oid)
              then query_to_xml('select h.installed_by as by from plumbline.flyway_schema_history h order by h.installed_rank desc',
                                false, false, '')::text end as migrated
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'plumbline' and c.relname = 'flyway_schema_history'
)
select set_config('plumbline.owner',
                  quote_ident(coalesce((select r.rolname
                                          from history h
                                          join pg_roles r on r.rolname = substring(h.migrated, '<by>([^<]*)</by>')
                                         where h.owner <> current_user
                                           and strpos(h.migrated, format('<by>%s</by>', h.owner)) = 0),
                                       (select h.owner from history h),
                                       current_user)), true) as owner,
       set_config('plumbline.schemas',
                  (select coalesce(array_agg(n.nspname::text), '{}')::text
                     from pg_namespace n
                    where n.nspname !~ '^pg_'
                      and n.nspname not in ('information_schema', 'plumbline')
                      and ($1::text[] is null or format('schema %I', n.nspname) = any ($1::text[]))),
                  true) as schemas,
       current_setting('server_version') as server
