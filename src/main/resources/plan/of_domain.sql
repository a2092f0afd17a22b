-- A row is a column of a table whose type is a domain (1), or one that is made of it.
with recursive made (oid) as (
    select to_regtype(?)::oid
    union
    select t.oid from pg_type t join made m on m.oid = t.typbasetype where t.typtype = 'd'
)
select format('%I.%I', n.nspname, c.relname) as "table", quote_ident(a.attname) as "column"
  from made m
  join pg_attribute a on a.atttypid = m.oid and not a.attisdropped
  join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'm')
  join pg_namespace n on n.oid = c.relnamespace
 order by 1, 2
