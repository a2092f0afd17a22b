-- WARN: policies that let the API roles write whatever they like.
select format('%I on %I', p.policyname, p.tablename)
from pg_policies as p,
  regexp_replace(lower(p.qual), '[\s()]', '', 'g') as visible,
  regexp_replace(lower(p.with_check), '[\s()]', '', 'g') as checked
where p.schemaname = 'public' and p.permissive = 'PERMISSIVE' and p.cmd <> 'SELECT'
  and p.roles && '{public, anon, authenticated}'
  and (p.cmd <> 'INSERT' and coalesce(visible, 'true') in ('true', '1=1')
    or p.cmd <> 'DELETE' and coalesce(checked, visible, 'true') in ('true', '1=1'))
