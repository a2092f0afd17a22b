-- A row is a session that has been in a transaction for longer than a run waits, and has a lock for which one would wait:
-- any on the tables of the first list, one of a writer or stronger on those of the second.
select format('%I.%I', n.nspname, c.relname) as "table",
       a.pid,
       coalesce(nullif(a.application_name, ''), 'no application name') as application,
       extract(epoch from now() - a.xact_start)::bigint as seconds
  from pg_locks l
  join pg_class c on c.oid = l.relation
  join pg_namespace n on n.oid = c.relnamespace
  join pg_stat_activity a on a.pid = l.pid
 where l.locktype = 'relation'
   and l.database = (select oid from pg_database where datname = current_database())
   and l.granted
   and l.pid <> pg_backend_pid()
   and a.xact_start < now() - make_interval(secs => ?)
   and (format('%I.%I', n.nspname, c.relname) = any (?)
        or format('%I.%I', n.nspname, c.relname) = any (?) and l.mode not in ('AccessShareLock', 'RowShareLock'))
 group by 1, 2, 3, 4
 order by 4 desc, 1, 2
