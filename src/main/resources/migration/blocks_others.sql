-- One row: whether this transaction keeps others from writing to, or reading, a table that it has not made itself. A system
-- column is as old as its table; what else there is of one is written again by ALTER TABLE. The search_path is the script's.
select exists (
    select from pg_catalog.pg_locks l
      join pg_catalog.pg_class c on c.oid operator(pg_catalog.=) l.relation
      join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) c.oid and a.attname operator(pg_catalog.=) 'ctid'
     where l.pid operator(pg_catalog.=) pg_catalog.pg_backend_pid()
       and l.locktype operator(pg_catalog.=) 'relation'
       and l.granted
       and l.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
       and c.relkind in ('r', 'p', 'm')
       and a.xmin is distinct from pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.xid) as blocks
