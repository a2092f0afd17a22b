-- One row: whether the session ? waits for somebody who waits, perhaps behind others, for it: PostgreSQL would soon end one of
-- them, as likely the other.
with recursive ahead (pid) as (
    select unnest(pg_blocking_pids(?))
    union
    select unnest(pg_blocking_pids(a.pid)) from ahead a
)
select exists (select from ahead a where a.pid = ?) as stuck
