-- WARN: indexes that a failed build left behind: written by everybody, read by nobody.
select i.indexrelid::regclass::text
from pg_index as i
join pg_class as c on c.oid = i.indrelid
where c.relnamespace = 'public'::regnamespace and not i.indisvalid
