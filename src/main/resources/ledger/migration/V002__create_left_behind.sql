-- At most one row: the schema as the last run has left it. It is taken away when a run begins to change the schema, so that
-- what an interrupted run has done is never taken for drift.
create table plumbline.left_behind (
    only_one boolean primary key default true check (only_one),
    run      uuid not null,
    -- The PostgreSQL major that has printed it, and Flyway's history at that time.
    major    integer not null,
    history  text not null,
    snapshot text not null
);
