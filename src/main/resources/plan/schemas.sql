-- A row is a schema, whether this role may create in it, and whether it has the rights of its owner.
select n.nspname as name, has_schema_privilege(n.oid, 'create') as "create", pg_has_role(n.nspowner, 'usage') as owner
  from pg_namespace n
