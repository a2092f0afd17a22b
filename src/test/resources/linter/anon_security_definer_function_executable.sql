-- WARN: functions that give anon their owner's rights. Those of the schema agentflow are held to it too.
select f.oid::regprocedure::text
from pg_proc as f
where f.pronamespace in ('public'::regnamespace, 'agentflow'::regnamespace) and f.prosecdef
  and has_function_privilege('anon', f.oid, 'execute')
