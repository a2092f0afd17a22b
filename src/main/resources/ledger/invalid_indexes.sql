-- A row is an index that a concurrent build has left behind unfinished, and that no query uses.
select format('%I.%I', n.nspname, c.relname) as name
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
 where not i.indisvalid
   and c.relkind = 'i'
   and n.nspname <> 'pg_toast'
 order by 1
