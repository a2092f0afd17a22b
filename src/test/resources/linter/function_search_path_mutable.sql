-- WARN: functions that find their objects by the caller's search_path. Those of the schema agentflow are held to it too.
select f.oid::regprocedure::text
from pg_proc as f
where f.pronamespace in ('public'::regnamespace, 'agentflow'::regnamespace)
  and not coalesce(f.proconfig, '{}') @> array['search_path=""']
  and not exists (select from pg_depend as d where d.objid = f.oid and d.deptype = 'e')
