-- Ends the statement of the session ?, if it still waits for a lock.
select pg_cancel_backend(s.pid)
  from pg_stat_activity s
 where s.pid = ?
   and s.wait_event_type = 'Lock'
