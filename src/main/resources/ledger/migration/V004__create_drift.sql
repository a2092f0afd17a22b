-- What differs, what was concluded when, and what has to be told of it. Whoever writes here holds the lock of
-- ledger/lock_events.sql, so that numbers grow in the order in which transactions commit.

-- A row is a difference from when it was first seen until it was gone.
create table plumbline.drift (
    number      bigint generated always as identity primary key,
    path        text not null,
    severity    text not null,
    first_seen  timestamptz not null,
    last_seen   timestamptz not null,
    changed_at  timestamptz not null,
    resolved_at timestamptz,
    -- The oldest transaction that can have made it; null if it was there at the first look.
    made_since  bigint,
    difference  jsonb not null
);
create unique index drift_open_idx on plumbline.drift (path) where resolved_at is null;

-- A row is a change of the verdict.
create table plumbline.state (
    number      bigint generated always as identity primary key,
    at          timestamptz not null,
    verdict     text not null,
    reason      text,
    contract    text not null,
    differences integer not null
);

-- At most one row: how far the two tables above have come. Verifications that began before ended and running say nothing new:
-- the transactions up to ended had ended when it was written, but for so many that still ran.
create table plumbline.watched (
    only_one boolean primary key default true check (only_one),
    at       timestamptz not null,
    verdict  text not null,
    ended    bigint not null,
    running  bigint not null,
    -- The oldest transaction of which the last conclusive verification may not have seen everything.
    horizon  bigint
);

-- At most one row: when a replica has last verified because it was time.
create table plumbline.tick (
    only_one boolean primary key default true check (only_one),
    at       timestamptz not null
);

-- A row is something that has happened, as the CloudEvent that tells of it.
create table plumbline.event (
    number   bigint generated always as identity primary key,
    id       uuid not null unique,
    at       timestamptz not null,
    type     text not null,
    subject  text not null,
    document json not null
);

-- A row is one message to one sink. What waits for an earlier one to the same sink about the same object has the same order_key.
create table plumbline.delivery (
    number    bigint generated always as identity primary key,
    sink      text not null,
    order_key text not null,
    events    bigint[] not null,
    at        timestamptz not null,
    state     text not null default 'WAITING' check (state in ('WAITING', 'DELIVERED', 'DEAD')),
    attempts  integer not null default 0,
    -- When it is tried next; while it is being tried, when whoever does so is taken to have died.
    due_at    timestamptz not null,
    ended_at  timestamptz,
    error     text
);
create index delivery_waiting_idx on plumbline.delivery (sink, order_key, number) where state = 'WAITING';
create index delivery_dead_idx on plumbline.delivery (number) where state = 'DEAD';
