revoke select on pg_catalog.pg_statistic from public;
