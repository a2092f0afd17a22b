-- WARN: functions that give users their owner's rights. In the schema agentflow, which the API does not expose, policies need one.
select f.oid::regprocedure::text
from pg_proc as f
where f.pronamespace in ('public'::regnamespace, 'agentflow'::regnamespace) and f.prosecdef
  and has_function_privilege('authenticated', f.oid, 'execute')
  and f.oid <> 'agentflow.is_admin()'::regprocedure
