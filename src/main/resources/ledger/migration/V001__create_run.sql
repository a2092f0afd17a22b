-- What must outlive a restart of the service. Flyway's history of people's own migrations stands beside it.

-- A row is one execution of migrations.
create table plumbline.run (
    number          bigint generated always as identity primary key,
    id              uuid not null unique,
    idempotency_key text unique,
    outcome         text not null check (outcome in ('RUNNING', 'SUCCEEDED', 'FAILED', 'INTERRUPTED')),
    started_at      timestamptz not null,
    -- The last rank of Flyway's history when it began: what stands behind it, this run may have done.
    history_rank    integer not null,
    document        json not null
);

create index run_running_idx on plumbline.run (number) where outcome = 'RUNNING';
