-- A row is a trigger of a table, a foreign table or a view.
-- Left out: those that PostgreSQL makes for foreign keys.
-- inherited, requires: a partition has it from the trigger of its parent, from which the events in its definition follow, that
-- stand before the name of its table.
-- definition: the columns of UPDATE OF, whose order means nothing, by their names; and without what in its arguments looks like a
-- secret, such as the header of a webhook. In each of them there are as many quotes as begin and end a text, and so nothing in them
-- looks like the place where they begin.
with extended as materialized (
  select d.objid as id, string_agg(quote_ident(x.extname), ', ' order by x.extname) as extensions
    from pg_extension x
    join pg_depend d
      on d.refclassid = 'pg_extension'::regclass and d.refobjid = x.oid and d.deptype = 'x' and d.classid = 'pg_trigger'::regclass
   group by d.objid
)
select format('trigger %I.%I.%I', n.nspname, c.relname, t.tgname) as path,
       format(case c.relkind when 'v' then 'view %I.%I' when 'f' then 'foreign table %I.%I' else 'table %I.%I' end,
              n.nspname, c.relname) as parent,
       case when t.tgparentid <> 0 then array[format('trigger %s.%I', p.name, t.tgname)] end as "requires",
       case when t.tgparentid = 0 then d.definition
            else split_part(d.definition, format(' ON %I.%I ', n.nspname, c.relname), -1) end as "definition",
       case when t.tgparentid <> 0 then 'true' end as "inherited",
       case t.tgenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica'
                        when 'A' then 'always' end as "enabled",
       e.extensions as "dependsOnExtension",
       m.description as "comment",
       case when t.tgconstraint <> 0 then obj_description(t.tgconstraint, 'pg_constraint') end as "constraintComment"
  from pg_trigger t
  join pg_class c on c.oid = t.tgrelid
  join pg_namespace n on n.oid = c.relnamespace
 cross join lateral (
    select coalesce((select replace(pg_get_triggerdef(t.oid),
                                    ' UPDATE OF ' || string_agg(quote_ident(a.attname), ', ' order by u.place),
                                    ' UPDATE OF ' || string_agg(quote_ident(a.attname), ', ' order by a.attname))
                       from unnest(t.tgattr) with ordinality u (number, place)
                       join pg_attribute a on a.attrelid = t.tgrelid and a.attnum = u.number),
                    pg_get_triggerdef(t.oid)) as definition
  ) w
 cross join lateral (
    select case when t.tgnargs = 0 then w.definition
                else coalesce((select p.part[1] || regexp_replace(p.part[2], current_setting('plumbline.secret_in_text'),
                                                                  '\1\2\3\4\5(secret)', 'gi')
                                 from regexp_match(w.definition,
                                                   E'^(.*)( EXECUTE FUNCTION (?:"(?:[^"]|"")*"|[^\\s"(]+)+\\((?:E?\'(?:[^\']|\'\')*\'(?:, )?)*\\))$')
                                   p (part)), '(secret)') end
             as definition
  ) d
  left join lateral (
    select format('%I.%I', pn.nspname, pc.relname) as name
      from pg_trigger pt
      join pg_class pc on pc.oid = pt.tgrelid
      join pg_namespace pn on pn.oid = pc.relnamespace
     where pt.oid = t.tgparentid and t.tgparentid <> 0
  ) p on true
  left join extended e on e.id = t.oid
  left join pg_description m on m.classoid = 'pg_trigger'::regclass and m.objoid = t.oid and m.objsubid = 0
 where not t.tgisinternal
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_trigger'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
