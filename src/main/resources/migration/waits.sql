-- One row: how the session ? (this one, if that is null) stands to others: whether it holds a lock that keeps them from
-- writing to, or reading, what it has not made itself; whether it stands in a queue for one, where they wait behind it;
-- whether somebody waits for anything else that it holds, such as a row that it has changed; and whether it has waited for a
-- lock of whatever sort for more than a moment. What there is of a relation is as old as it is, or is written again one by one
-- by ALTER. The search_path may be a script's; and what a script sees of pg_stat_activity stays the same from the first look
-- on, until it ends. Who builds an index concurrently waits for all transactions, and keeps nobody waiting meanwhile.
with every as materialized (
    select k.pid, k.granted, k.locktype, k.mode, k.relation, k.waitstart,
           pg_catalog.format('%s %s %s %s %s %s %s %s %s', k.locktype, k.database, k.relation, k.page, k.tuple,
                             k.transactionid, k.classid, k.objid, k.objsubid) as what
      from pg_catalog.pg_locks k
     where k.locktype operator(pg_catalog.<>) 'virtualxid'
        or not k.granted
), ours as (
    select coalesce(v.pid, pg_catalog.pg_backend_pid()) as pid,
           case when v.pid is null
                then pg_catalog.pg_current_xact_id_if_assigned()::pg_catalog.xid
                else (select s.backend_xid from pg_catalog.pg_stat_activity s where s.pid operator(pg_catalog.=) v.pid)
            end as xid
      from (values (?::pg_catalog.int4)) v (pid)
)
select coalesce(pg_catalog.bool_or(l.granted and l.strong and l.older), false) as holds,
       coalesce(pg_catalog.bool_or(not l.granted and l.strong), false) as queues,
       coalesce(pg_catalog.bool_or(l.granted and l.wanted), false) as wanted,
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
                      and a.xmin is distinct from w.xid) as older,
               exists (
                   select from every o
                    where not o.granted
                      and (o.pid operator(pg_catalog.<>) w.pid)
                      and (o.what operator(pg_catalog.=) k.what)) as wanted
          from ours w
          join every k on k.pid operator(pg_catalog.=) w.pid) l
