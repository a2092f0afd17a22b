-- WARN: foreign tables that the API roles may read, for they know no row level security.
select c.oid::regclass::text
from pg_class as c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'f'
  and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('authenticated', c.oid, 'select'))
