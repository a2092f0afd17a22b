-- ERROR: tables with policies that do nothing, for row level security is off.
select distinct c.oid::regclass::text
from pg_policy as p
join pg_class as c on c.oid = p.polrelid
where c.relnamespace = 'public'::regnamespace and not c.relrowsecurity
