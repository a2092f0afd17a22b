-- One row: how far the ledger has come, and what this statement can see: the transactions that have ended and those that still
-- run grow in one order, whoever looks.
select w.at, w.verdict, w.ended, w.running,
       coalesce(w.seen::text, w.horizon || ':' || w.horizon || ':') as horizon,
       pg_snapshot_xmax(s.now)::text::bigint as now_ended,
       (select count(*) from pg_snapshot_xip(s.now)) as now_running,
       (select h.version
          from plumbline.flyway_schema_history h
         where h.success and h.version is not null
         order by string_to_array(translate(h.version, '_', '.'), '.')::numeric[] desc
         limit 1) as migrated_to
  from (select pg_current_snapshot() as now) s
  left join plumbline.watched w on true
