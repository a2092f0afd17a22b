-- One row: whether Flyway's history exists, whether this role may read all of it, and whether a migration runs now: anybody can take
-- the lock, but who may not write the history does not migrate.
-- $1 and $2 are the halves of the key of the advisory lock that Flyway holds while it migrates.
select h.oid is not null as exists,
       coalesce(has_schema_privilege(n.oid, 'usage') and has_table_privilege(h.oid, 'select')
                  and not row_security_active(h.oid), false) as readable,
       current_user::text as reader,
       exists (select from pg_locks l
                where l.locktype = 'advisory'
                  and l.database = (select d.oid from pg_database d where d.datname = current_database())
                  and l.classid::bigint = $1::bigint
                  and l.objid::bigint = $2::bigint
                  and l.objsubid = 1
                  and l.granted
                  and l.mode = 'ExclusiveLock'
                  and (h.oid is null
                       or exists (select from pg_stat_activity a
                                   where a.pid = l.pid
                                     and (has_table_privilege(a.usesysid, h.oid, 'insert')
                                          or pg_has_role(a.usesysid, h.relowner, 'member'))))) as migrating
  from (values (1)) one
  left join pg_namespace n on n.nspname = 'plumbline'
  left join pg_class h on h.relnamespace = n.oid and h.relname = 'flyway_schema_history'
