-- ERROR: views on auth.users that the API roles may read, for they show every user.
select distinct v.oid::regclass::text
from pg_class as v
join pg_rewrite as r on r.ev_class = v.oid
join pg_depend as d on d.classid = 'pg_rewrite'::regclass and d.objid = r.oid
where d.refclassid = 'pg_class'::regclass and d.refobjid = 'auth.users'::regclass
  and v.relnamespace = 'public'::regnamespace and v.relkind in ('v', 'm')
  and (has_table_privilege('anon', v.oid, 'select') or has_table_privilege('authenticated', v.oid, 'select'))
