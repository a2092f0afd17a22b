-- A row is a schema, and whether this role may create in it.
select n.nspname as name, has_schema_privilege(n.oid, 'create') as "create"
  from pg_namespace n
