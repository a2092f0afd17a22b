-- ERROR: views that the API roles may read and that ask with their owner's rights.
select c.oid::regclass::text
from pg_class as c
where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
  and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('authenticated', c.oid, 'select'))
  and not exists (
    select from pg_options_to_table(c.reloptions) as o
    where o.option_name = 'security_invoker' and o.option_value::boolean)
