-- One row: where and when it begins, by the server's clock. $1 is the run's id, $2 its idempotency key, $3 its document.
with here as (
    select clock_timestamp() as now,
           case when pg_is_in_recovery() then null else pg_current_wal_insert_lsn() end as lsn,
           coalesce((select max(h.installed_rank) from plumbline.flyway_schema_history h), 0) as rank
), kept as (
    insert into plumbline.run (id, idempotency_key, outcome, started_at, history_rank, document)
    select $1, $2, 'RUNNING', here.now, here.rank, $3::text::json from here
)
select here.now, here.lsn::text as lsn from here
