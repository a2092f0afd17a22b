-- One row: whether there is a ledger that this role may read.
select coalesce(has_schema_privilege(n.oid, 'usage') and has_table_privilege(r.oid, 'select'), false) as readable
  from (values (1)) one
  left join pg_namespace n on n.nspname = 'plumbline'
  left join pg_class r on r.relnamespace = n.oid and r.relname = 'run' and r.relkind = 'r'
