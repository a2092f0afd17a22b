-- $1 is when, $2 the verdict, $3 the horizon, or null for the one before.
insert into plumbline.watched as w (at, verdict, ended, running, horizon, seen)
select $1, $2, pg_snapshot_xmax(s.now)::text::bigint, (select count(*) from pg_snapshot_xip(s.now)),
       pg_snapshot_xmin(s.seen)::text::bigint, s.seen
  from (select pg_current_snapshot() as now, $3::text::pg_snapshot as seen) s
    on conflict (only_one) do update
   set at = excluded.at,
       verdict = excluded.verdict,
       ended = excluded.ended,
       running = excluded.running,
       horizon = coalesce(excluded.horizon, w.horizon),
       seen = coalesce(excluded.seen, w.seen)
