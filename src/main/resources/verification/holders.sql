-- A row says which session has locked a relation so that nobody can read it, and for how long its transaction has been going on.
-- What a role may not know of sessions of others is left out.
select format('%I.%I is locked by %s', n.nspname, c.relname, coalesce('process ' || l.pid, 'a prepared transaction'))
         || coalesce(format(' (%s)', nullif(concat_ws(', ', a.usename, nullif(a.application_name, ''), host(a.client_addr)), '')), '')
         || coalesce(format(' for %s s', extract(epoch from clock_timestamp() - a.xact_start)::int), '') as holder
  from pg_locks l
  join pg_class c on c.oid = l.relation
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_stat_activity a on a.pid = l.pid
 where l.locktype = 'relation'
   and l.database = (select d.oid from pg_database d where d.datname = current_database())
   and l.mode = 'AccessExclusiveLock'
   and l.granted
   and l.pid is distinct from pg_backend_pid()
   and c.relkind in ('r', 'p', 'v', 'm', 'f', 'i', 'I')
 order by c.relkind in ('i', 'I'), a.xact_start, 1
 limit 3
