-- WARN: functions that give anon their owner's rights. Those of the schema private are held to it too.
select f.oid::regprocedure::text
from pg_proc as f
where f.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and f.prosecdef
  and has_function_privilege('anon', f.oid, 'execute')
