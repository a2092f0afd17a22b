-- WARN: extensions whose functions the API would expose.
select e.extname from pg_extension as e where e.extnamespace = 'public'::regnamespace and e.extname <> 'plpgsql'
