-- A row is a table, or whatever else of that sort, to which one of the names leads; an index leads to its table.
-- owner: whether this role has the rights of the owner.
select a.name,
       format('%I.%I', n.nspname, t.relname) as "table",
       case c.relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view' when 'm' then 'materialized view'
                      when 'i' then 'index' when 'I' then 'index' when 'S' then 'sequence' when 'f' then 'foreign table'
                      when 'c' then 'composite type' end as kind,
       case when t.reltuples >= 0 then t.reltuples::bigint end as rows,
       pg_has_role(t.relowner, 'usage') as owner,
       has_table_privilege(t.oid, 'trigger') as "trigger",
       has_any_column_privilege(t.oid, 'references') as "references",
       has_table_privilege(t.oid, 'truncate') as "truncate",
       pg_has_role(t.relowner, 'usage')
         or has_any_column_privilege(t.oid, 'select with grant option, insert with grant option, update with grant option,'
                                            || 'references with grant option')
         or has_table_privilege(t.oid, 'delete with grant option, truncate with grant option, trigger with grant option')
         as "grant"
  from unnest(?) a (name)
  join pg_class c on c.oid = to_regclass(a.name)
  left join pg_index i on i.indexrelid = c.oid
  join pg_class t on t.oid = coalesce(i.indrelid, c.oid)
  join pg_namespace n on n.oid = t.relnamespace
