grant select on pg_catalog.pg_statistic to public;
