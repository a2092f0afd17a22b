-- WARN: policies that mention that there is no user. The linter asks only whether that alone is enough; ours never mention it.
select format('%I on %I', p.policyname, p.tablename)
from pg_policies as p
where p.schemaname = 'public'
  and concat(p.qual, ' ', p.with_check) ~* '(auth\.\w+\(\)|current_setting\(.*\))[^()]*\)? is (not )?null'
