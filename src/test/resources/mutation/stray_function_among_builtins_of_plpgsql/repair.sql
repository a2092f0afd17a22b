alter extension plpgsql drop function pg_catalog.hidden();
drop function pg_catalog.hidden();
