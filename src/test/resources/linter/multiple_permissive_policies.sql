-- WARN: several permissive policies of one table for one role and command.
select format('%s of %I for %s, %s', count(*), p.tablename, role, command)
from pg_policies as p,
  unnest(case when p.roles = '{public}' then array['anon', 'authenticated']::name[] else p.roles end) as role,
  unnest(case when p.cmd = 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) as command
where p.schemaname = 'public' and p.permissive = 'PERMISSIVE'
group by p.tablename, role, command
having count(*) > 1
