-- What somebody has done to the schema, as the event triggers of ledger/recorder.sql write it down in the transaction of the
-- change itself.
create table plumbline.ddl (
    number       bigint generated always as identity primary key,
    at           timestamptz not null,
    transaction  xid8 not null,
    -- Who has logged in, and as whom this session acts.
    session_role text not null,
    role         text not null,
    application  text,
    address      inet,
    -- Of plumbline.run, if it was one of ours.
    run          uuid,
    command      text not null,
    -- As PostgreSQL identifies them; none of what is granted and revoked.
    objects      text[] not null,
    -- Not kept if it can carry a secret.
    statement    text
);
create index ddl_objects_idx on plumbline.ddl using gin (objects);
create index ddl_at_idx on plumbline.ddl (at);
create index ddl_transaction_idx on plumbline.ddl (transaction);
