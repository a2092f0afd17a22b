-- Keeps differences that are new, or have changed: $1 their paths, $2 the worst severities that they have had, $3 since when, $4 the
-- snapshots of when they were last not there, $5 themselves; $6 is now.
insert into plumbline.drift as d (path, severity, first_seen, last_seen, changed_at, made_since, made_after, difference)
select n.path, n.severity, n.since, $6, $6, pg_snapshot_xmin(n.made_after::pg_snapshot)::text::bigint, n.made_after::pg_snapshot,
       n.difference::jsonb
  from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[]) n (path, severity, since, made_after, difference)
    on conflict (path) where resolved_at is null do update
   set severity = excluded.severity, changed_at = excluded.changed_at, difference = excluded.difference
