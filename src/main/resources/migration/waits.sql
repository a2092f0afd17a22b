-- One row: how the session ? (this one, if that is null) stands to others: whether it holds a lock that keeps them from
-- writing to, or reading, what it has not made itself; whether it stands in a queue for one, where they wait behind it; and
-- whether it has waited for a lock of whatever sort for more than a moment. What there is of a relation is as old as it is, or
-- is written again one by one by ALTER. The search_path may be a script's; and what a script sees of pg_stat_activity stays
-- the same from the first look on, until it ends.
select coalesce(pg_catalog.bool_or(l.granted and l.strong and l.older), false) as holds,
       coalesce(pg_catalog.bool_or(not l.granted and l.strong), false) as queues,
       coalesce(pg_catalog.bool_or(l.waitstart operator(pg_catalog.<)
                                     (pg_catalog.clock_timestamp() operator(pg_catalog.-) '100 ms'::pg_catalog.interval)),
                false) as waits
  from (select k.granted,
               k.waitstart,
               (k.locktype operator(pg_catalog.=) 'relation')
                 and k.mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') as strong,
               exists (
                   select from pg_catalog.pg_attribute a
                    where (a.attrelid operator(pg_catalog.=) k.relation)
                      and a.xmin is distinct from w.xid) as older
          from (select coalesce(v.pid, pg_catalog.pg_backend_pid()) as pid,
                       case when v.pid is null
                            then pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.xid
                            else (select s.backend_xid
                                    from pg_catalog.pg_stat_activity s
                                   where s.pid operator(pg_catalog.=) v.pid)
                        end as xid
                  from (values (?::pg_catalog.int4)) v (pid)) w
          join pg_catalog.pg_locks k on k.pid operator(pg_catalog.=) w.pid) l
