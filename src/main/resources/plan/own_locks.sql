-- A row is a table of people's that this transaction has locked so far, with the strongest lock.
select format('%I.%I', n.nspname, c.relname) as "table",
       (array_agg(l.mode order by array_position(
          array['AccessShareLock', 'RowShareLock', 'RowExclusiveLock', 'ShareUpdateExclusiveLock', 'ShareLock',
                'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'], l.mode) desc))[1] as mode
  from pg_locks l
  join pg_class c on c.oid = l.relation
  join pg_namespace n on n.oid = c.relnamespace
 where l.pid = pg_backend_pid()
   and l.locktype = 'relation'
   and l.database = (select oid from pg_database where datname = current_database())
   and c.relkind in ('r', 'p', 'm', 'f', 'v')
   and n.nspname not in ('pg_catalog', 'pg_toast', 'information_schema')
 group by n.nspname, c.relname
 order by 1
