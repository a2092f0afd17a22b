-- One row: what a table takes on disk, with its indexes and partitions. PostgreSQL locks it for that, as for a query.
select coalesce((select sum(pg_total_relation_size(p.relid)) from pg_partition_tree(t.oid) p),
                pg_total_relation_size(t.oid))::bigint as bytes
  from (select to_regclass(?)::oid as oid) t
