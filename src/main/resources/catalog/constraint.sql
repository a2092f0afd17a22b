-- A row is a constraint of a table.
-- Left out: NOT NULL, a fact of the column; constraint triggers, which are triggers; what a partition has from its
-- parent.
-- triggers: there where those behind a foreign key do not fire as they should (ALTER TABLE ... DISABLE TRIGGER ALL, or
-- ENABLE REPLICA TRIGGER), so that it checks nothing.
select format('constraint %I.%I.%I', n.nspname, c.relname, o.conname) as path,
       format('table %I.%I', n.nspname, c.relname) as parent,
       case o.contype when 'c' then 'check' when 'f' then 'foreign key' when 'p' then 'primary key'
                      when 'u' then 'unique' when 'x' then 'exclusion' end as "type",
       pg_get_constraintdef(o.oid) as "definition",
       o.convalidated::text as "validated",
       (select string_agg(distinct case g.tgenabled when 'D' then 'disabled' when 'R' then 'replica' else 'always' end, ', ')
          from pg_trigger g where g.tgconstraint = o.oid and g.tgenabled <> 'O') as "triggers",
       (select string_agg(p, ', ' order by p) from unnest(x.reloptions) p) as "indexOptions",
       case when not i.indisvalid then 'false' end as "indexValid",
       obj_description(o.oid, 'pg_constraint') as "comment"
  from pg_constraint o
  join pg_class c on c.oid = o.conrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_index i on i.indexrelid = o.conindid and o.contype in ('p', 'u', 'x')
  left join pg_class x on x.oid = i.indexrelid
 where o.contype in ('c', 'f', 'p', 'u', 'x')
   and o.conislocal
   and o.conparentid = 0
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
