-- A row is a trigger of a table, a foreign table or a view.
-- Left out: those that PostgreSQL makes for foreign keys; what a partition has from its parent, as long as both fire alike.
select format('trigger %I.%I.%I', n.nspname, c.relname, t.tgname) as path,
       format(case c.relkind when 'v' then 'view %I.%I' when 'f' then 'foreign table %I.%I' else 'table %I.%I' end,
              n.nspname, c.relname) as parent,
       pg_get_triggerdef(t.oid) as "definition",
       case t.tgenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica'
                        when 'A' then 'always' end as "enabled",
       m.description as "comment"
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_trigger p on p.oid = t.tgparentid and t.tgparentid <> 0
  left join pg_description m on m.classoid = 'pg_trigger'::regclass and m.objoid = t.oid and m.objsubid = 0
 where not t.tgisinternal
   and t.tgenabled is distinct from p.tgenabled
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_trigger'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
