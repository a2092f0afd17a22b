-- $1 is when, $2 the verdict, $3 the horizon, or null for the one before.
insert into plumbline.watched as w (at, verdict, ended, running, horizon)
select $1, $2, pg_snapshot_xmax(s.now)::text::bigint, (select count(*) from pg_snapshot_xip(s.now)), $3
  from (select pg_current_snapshot() as now) s
    on conflict (only_one) do update
   set at = excluded.at,
       verdict = excluded.verdict,
       ended = excluded.ended,
       running = excluded.running,
       horizon = coalesce(excluded.horizon, w.horizon)
