-- ERROR: policies that believe what a user can write about themselves.
select format('%I on %I', p.policyname, p.tablename)
from pg_policies as p
where p.schemaname = 'public' and concat(p.qual, ' ', p.with_check) like '%user_metadata%'
