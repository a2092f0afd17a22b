-- A row is one of these that is there already: by kind, name and table, numbered from 1. Names of relations and types, and
-- of tables, are as SQL writes them; all others as the catalog has them. Whoever may not use a schema may not ask for a regclass in it.
with asked as (
  select a.n, a.kind, a.name, o.part as own, r.oid as relation, r.relnamespace as namespace,
         format('%I.%I', n.nspname, r.relname) as "table"
    from unnest(?, ?, ?) with ordinality a (kind, name, "table", n)
   cross join lateral (select case when a.kind in ('relation', 'type') then parse_ident(a.name) end as part) o
   cross join lateral (select case when a."table" <> '' then parse_ident(a."table") end as part) t
    left join pg_namespace n on n.nspname = t.part[1]
    left join pg_class r on r.relnamespace = n.oid and r.relname = t.part[2]
)
select a.n::integer as n, s.path
  from asked a
  cross join lateral (
    select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'i' then 'index' when 'I' then 'index'
                          when 'S' then 'sequence' when 'f' then 'foreign table' when 'c' then 'composite type' else 'table' end
           || ' ' || format('%I.%I', n.nspname, c.relname) as path
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where case a.kind when 'relation' then n.nspname = a.own[1] and c.relname = a.own[2]
                       when 'index' then n.oid = a.namespace and c.relname = a.name end
    union all
    select case t.typtype when 'e' then 'enum' when 'd' then 'domain' when 'r' then 'range type' else 'type' end
           || ' ' || format('%I.%I', n.nspname, t.typname)
      from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where a.kind = 'type' and n.nspname = a.own[1] and t.typname = a.own[2]
    union all
    select a.kind || ' ' || quote_ident(a.name)
     where case a.kind
             when 'schema' then exists (select from pg_namespace where nspname = a.name)
             when 'extension' then exists (select from pg_extension where extname = a.name)
             when 'role' then exists (select from pg_roles where rolname = a.name)
             when 'publication' then exists (select from pg_publication where pubname = a.name)
             when 'event trigger' then exists (select from pg_event_trigger where evtname = a.name)
             else false
           end
    union all
    select a.kind || ' ' || a."table" || '.' || quote_ident(a.name)
     where case a.kind
             when 'trigger' then exists (select from pg_trigger where tgrelid = a.relation and tgname = a.name)
             when 'policy' then exists (select from pg_policy where polrelid = a.relation and polname = a.name)
             when 'rule' then exists (select from pg_rewrite where ev_class = a.relation and rulename = a.name)
             when 'column' then exists (select from pg_attribute where attrelid = a.relation and attname = a.name and not attisdropped)
             when 'constraint' then exists (select from pg_constraint where conrelid = a.relation and conname = a.name)
             else false
           end
  ) s
 order by a.n
