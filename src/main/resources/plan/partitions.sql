-- A row is a table that is locked where a partition comes or goes: the default one of each of the tables (1); what is below
-- that, if its rows are looked at (2), for some may belong into the new one; and what is below the one that comes or goes (3).
with recursive beside (oid) as (
    select p.partdefid
      from pg_partitioned_table p
     where p.partdefid <> 0
       and p.partrelid = any (select to_regclass(t.name) from unnest(?::text[]) t (name))
), below (oid) as (
    (select b.oid from beside b where ?
     union
     select to_regclass(?))
    union
    select i.inhrelid from pg_inherits i join below b on b.oid = i.inhparent
)
select format('%I.%I', n.nspname, c.relname) as "table"
  from (select oid from beside union select oid from below) o
  join pg_class c on c.oid = o.oid
  join pg_namespace n on n.oid = c.relnamespace
 order by 1
