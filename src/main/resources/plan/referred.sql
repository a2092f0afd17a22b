-- A row is a table to which foreign keys of a table refer: all of them, or those that have one of the names or use a column
-- that has.
select distinct format('%I.%I', n.nspname, r.relname) as "table"
  from pg_constraint c
  join pg_class r on r.oid = c.confrelid
  join pg_namespace n on n.oid = r.relnamespace
 where c.contype = 'f'
   and c.conrelid = to_regclass(?)
   and c.confrelid <> c.conrelid
   and (? or c.conname = any (?)
          or exists (select from pg_attribute a
                      where a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname = any (?)))
 order by 1
