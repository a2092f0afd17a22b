-- Ends the statement of a session, if that is still in the transaction that began at a time (null: whichever), and waits for a
-- lock or, if the third says so, whatever it does.
select pg_cancel_backend(s.pid)
  from pg_stat_activity s
 where s.pid = ?
   and s.xact_start = coalesce(?::timestamptz, s.xact_start)
   and (? or s.wait_event_type = 'Lock')
