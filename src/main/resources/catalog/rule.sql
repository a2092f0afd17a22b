-- A row is a rewrite rule of a table or a view. What makes a view a view is a rule too, and left out.
select format('rule %I.%I.%I', n.nspname, c.relname, r.rulename) as path,
       format(case c.relkind when 'v' then 'view %I.%I' when 'm' then 'materialized view %I.%I' else 'table %I.%I' end,
              n.nspname, c.relname) as parent,
       pg_get_ruledef(r.oid) as "definition",
       case r.ev_enabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as "enabled",
       obj_description(r.oid, 'pg_rewrite') as "comment"
  from pg_rewrite r
  join pg_class c on c.oid = r.ev_class
  join pg_namespace n on n.oid = c.relnamespace
 where r.rulename <> '_RETURN'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
