create function pg_catalog.hidden() returns integer language sql as 'select 1';
alter extension plpgsql add function pg_catalog.hidden();
