-- A row is a table to which is done what is done to a table (1): each of its partitions, and of its children if these count (2);
-- and, where it is dropped (3), what it is a partition of, which is only locked.
with recursive below (oid) as (
    select i.inhrelid
      from pg_inherits i
      join pg_class p on p.oid = i.inhparent
     where i.inhparent = to_regclass(?)
       and (? or p.relkind = 'p')
    union
    select i.inhrelid from pg_inherits i join below b on b.oid = i.inhparent
)
select format('%I.%I', n.nspname, c.relname) as "table", o.parent
  from (select b.oid, false as parent from below b
        union all
        select i.inhparent, true
          from pg_inherits i
          join pg_class r on r.oid = i.inhrelid and r.relispartition
         where i.inhrelid = to_regclass(?) and ?) o
  join pg_class c on c.oid = o.oid
  join pg_namespace n on n.oid = c.relnamespace
 order by 1
