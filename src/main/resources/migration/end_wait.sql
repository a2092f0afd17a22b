-- Ends the statement of the session ?, if it is still in the transaction that began at ? (null: whichever), and waits for a lock.
select pg_cancel_backend(s.pid)
  from pg_stat_activity s
 where s.pid = ?
   and s.xact_start = coalesce(?::timestamptz, s.xact_start)
   and s.wait_event_type = 'Lock'
