-- A row is one of these names that something has.
select o.path,
       coalesce(
         (select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index'
                                when 'I' then 'index' when 'S' then 'sequence' when 'f' then 'foreign table'
                                when 'c' then 'composite type' else 'table' end
            from pg_class c where c.oid = to_regclass(o.name)),
         (select case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range type' when 'b' then 'base type'
                                when 'm' then 'multirange type' else 'type' end
            from pg_type t where t.oid = to_regtype(o.name))) as kind
  from unnest(?, ?) o (path, name)
 where to_regclass(o.name) is not null
    or to_regtype(o.name) is not null
 order by o.path
