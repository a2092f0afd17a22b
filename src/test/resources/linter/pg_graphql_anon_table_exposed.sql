-- WARN: what anon may read, and so would find in the GraphQL schema. The linter asks only where pg_graphql is installed.
-- Its twin for authenticated is left out: every table that users may read offends it.
select distinct c.oid::regclass::text
from pg_class as c
join pg_attribute as a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'f') and a.attnum > 0
  and not a.attisdropped and has_column_privilege('anon', c.oid, a.attnum, 'select')
