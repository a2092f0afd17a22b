-- A row is a constraint of a table, a foreign table or a domain.
-- Left out: NOT NULL, a fact of the column or the domain; constraint triggers, which are triggers; what a foreign key has
-- for each partition of the table that it refers to, which counts as the key itself.
-- inherited, requires: a partition or another child has it from those of its parents.
-- triggers: there where those behind a foreign key do not fire as they should (ALTER TABLE ... DISABLE TRIGGER ALL, or
-- ENABLE REPLICA TRIGGER), so that it checks nothing.
with recursive holder as materialized (
  select c.oid as id, false as is_domain, format('%I.%I', n.nspname, c.relname) as name,
         format(case c.relkind when 'f' then 'foreign table %I.%I' else 'table %I.%I' end, n.nspname, c.relname) as path
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f')
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and c.relpersistence <> 't'
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype = 'e')
  union all
  select t.oid, true, format('%I.%I', n.nspname, t.typname), format('domain %I.%I', n.nspname, t.typname)
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
   where t.typtype = 'd'
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
), firing (constraint_id, relation, parent_id, enabled) as (
  select o.oid, o.conrelid, o.conparentid,
         case t.tgenabled when 'D' then 'disabled' when 'R' then 'replica' else 'always' end
    from pg_trigger t
    join pg_constraint o on o.oid = t.tgconstraint
   where t.tgenabled <> 'O'
  union
  select o.oid, o.conrelid, o.conparentid, f.enabled
    from firing f
    join pg_constraint o on o.oid = f.parent_id and o.conrelid = f.relation
), extended as materialized (
  select d.objid as id, string_agg(quote_ident(x.extname), ', ' order by x.extname) as extensions
    from pg_extension x
    join pg_depend d
      on d.refclassid = 'pg_extension'::regclass and d.refobjid = x.oid and d.deptype = 'x' and d.classid = 'pg_class'::regclass
   group by d.objid
), fired as materialized (
  select constraint_id, string_agg(distinct enabled, ', ' order by enabled) as enabled
    from firing
   group by constraint_id
)
select 'constraint ' || h.name || '.' || quote_ident(o.conname) as path,
       h.path as parent,
       case when not h.is_domain then inherited.paths end as "requires",
       case o.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key'
                      when 'u' then 'unique' when 'x' then 'exclusion' end as "type",
       pg_get_constraintdef(o.oid) as "definition",
       case when o.conparentid <> 0 or o.coninhcount > 0 then 'true' end as "inherited",
       o.convalidated::text as "validated",
       g.enabled as "triggers",
       case when x.reloptions is not null
            then (select string_agg(o.name || '=' || case when o.name in ('deduplicate_items', 'fastupdate', 'autosummarize')
                                                          then o.value::boolean::text else o.value end, ', ' order by o.name)
                    from (select split_part(p, '=', 1), split_part(p, '=', 2) from unnest(x.reloptions) p) o (name, value)) end
         as "indexOptions",
       e.extensions as "indexDependsOnExtension",
       case when i.indexprs is not null
            then (select string_agg(format('%s: %s', a.attnum, a.attstattarget), ', ' order by a.attnum)
                    from pg_attribute a where a.attrelid = i.indexrelid and a.attstattarget >= 0) end as "indexStatisticsTargets",
       case when not (i.indisvalid and i.indisready and i.indislive and (i.indisunique or o.contype = 'x') and i.indimmediate <> o.condeferrable)
            then 'false' end as "indexValid",
       quote_ident(s.spcname) as "indexTablespace",
       (select d.description from pg_description d
         where d.classoid = 'pg_class'::regclass and d.objoid = i.indexrelid and d.objsubid = 0) as "indexComment",
       m.description as "comment"
  from pg_constraint o
  -- One of the two is 0 in almost all rows: a join by that, which PostgreSQL may choose, compares all with all.
  join holder h on h.id = greatest(o.conrelid, o.contypid) and h.is_domain = (o.conrelid = 0)
  left join pg_index i on i.indexrelid = o.conindid and o.contype in ('p', 'u', 'x')
  left join pg_class x on x.oid = i.indexrelid
  left join pg_tablespace s on s.oid = x.reltablespace
  left join extended e on e.id = x.oid
  left join fired g on g.constraint_id = o.oid
  left join pg_constraint pc on pc.oid = o.conparentid
  left join lateral (
    select array_agg(format('constraint %I.%I.%I', an.nspname, ac.relname, a.conname) order by an.nspname, ac.relname) as paths
      from pg_inherits i
      join pg_constraint a
        on a.conrelid = i.inhparent and (a.oid = o.conparentid or o.contype = 'c' and a.contype = 'c' and a.conname = o.conname)
      join pg_class ac on ac.oid = a.conrelid
      join pg_namespace an on an.oid = ac.relnamespace
     where i.inhrelid = o.conrelid and (o.coninhcount > 0 or o.conparentid <> 0)
  ) inherited on true
  left join pg_description m on m.classoid = 'pg_constraint'::regclass and m.objoid = o.oid and m.objsubid = 0
 where o.contype in ('c', 'f', 'p', 'u', 'x')
   and pc.conrelid is distinct from o.conrelid
 order by path
