-- WARN: policies that call a function of auth, or is_admin(), for each row: a call that does not follow "select" directly.
select format('%I on %I', p.policyname, p.tablename)
from pg_policies as p,
  concat(p.qual, ' ', p.with_check) as expression,
  regexp_replace(expression, 'select\s+(auth|agentflow)\.\w+\(\)', '', 'gi') as remaining
where p.schemaname = 'public' and remaining ~ '\m(auth|agentflow)\.\w+\('
