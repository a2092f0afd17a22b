-- WARN: indexes of one table whose definitions differ in nothing but the name.
select string_agg(i.indexname, ', ' order by i.indexname)
from pg_indexes as i
where i.schemaname = 'public'
group by i.tablename, substring(i.indexdef from ' ON .*')
having count(*) > 1
