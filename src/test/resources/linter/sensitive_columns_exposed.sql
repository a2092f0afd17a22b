-- ERROR: columns with a telling name in tables without row level security that the API roles may read. The names are the
-- commonest of the linter's list; session_id is on it, and is a column of conversations.
select format('%I.%I', c.relname, a.attname)
from pg_class as c
join pg_attribute as a on a.attrelid = c.oid
where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relrowsecurity
  and a.attnum > 0 and not a.attisdropped
  and a.attname in ('password', 'secret', 'token', 'api_key', 'access_token', 'refresh_token', 'session_id', 'ssn',
    'credit_card', 'iban')
  and (has_table_privilege('anon', c.oid, 'select') or has_table_privilege('authenticated', c.oid, 'select'))
