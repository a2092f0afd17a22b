-- A row is what a statement without a transaction has begun and not finished, whoever began it, and the statement that clears it away:
-- an index of a concurrent build, which no query uses, or a partition that has been half detached.
select 'index ' || format('%I.%I', n.nspname, c.relname) as what,
       format('drop index %I.%I', n.nspname, c.relname) as remedy
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
 where not i.indisvalid
   and c.relkind = 'i'
   and n.nspname <> 'pg_toast'
union all
select format('detaching of partition %s from %s', r.child, r.parent),
       format('alter table %s detach partition %s finalize', r.parent, r.child)
  from pg_inherits i
  cross join lateral (
    select (select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.oid = i.inhrelid) as child,
           (select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.oid = i.inhparent) as parent
  ) r
 where i.inhdetachpending
 order by 1
