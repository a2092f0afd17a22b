grant execute on function pg_catalog.pg_sleep(double precision) to public;
