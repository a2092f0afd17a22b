-- One row: whether there is a ledger that this role may read.
select count(*) = 2 and bool_and(has_schema_privilege(n.oid, 'usage') and has_table_privilege(r.oid, 'select')) as readable
  from pg_namespace n
  join pg_class r on r.relnamespace = n.oid and r.relname in ('run', 'left_behind') and r.relkind = 'r'
 where n.nspname = 'plumbline'
