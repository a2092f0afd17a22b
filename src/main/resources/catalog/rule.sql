-- A row is a rewrite rule of a table or a view. What makes a view a view is a rule too, and left out.
-- requires: the tables that it uses, and the enums that it names.
with used as (
  select d.objid, array_agg(distinct case when c.oid is not null then format('table %I.%I', n.nspname, c.relname)
                                          else format('enum %I.%I', tn.nspname, t.typname) end) as paths
    from pg_depend d
    left join pg_class c on d.refclassid = 'pg_class'::regclass and c.oid = d.refobjid and c.relkind in ('r', 'p')
    left join pg_namespace n on n.oid = c.relnamespace
    left join pg_type t on d.refclassid = 'pg_type'::regclass and t.oid = d.refobjid and t.typtype = 'e'
    left join pg_namespace tn on tn.oid = t.typnamespace
   where d.classid = 'pg_rewrite'::regclass
     and (c.oid is not null or t.oid is not null)
   group by d.objid
)
select format('rule %I.%I.%I', n.nspname, c.relname, r.rulename) as path,
       format(case c.relkind when 'v' then 'view %I.%I' when 'm' then 'materialized view %I.%I' else 'table %I.%I' end,
              n.nspname, c.relname) as parent,
       u.paths as "requires",
       pg_get_ruledef(r.oid) as "definition",
       case r.ev_enabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as "enabled",
       obj_description(r.oid, 'pg_rewrite') as "comment"
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
  left join used u on u.objid = r.oid
 where r.rulename <> '_RETURN'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
