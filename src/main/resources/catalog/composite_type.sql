-- A row is a composite type with its attributes in their order, which counts: a row value has no names. The row type of a
-- table or a view is none.
select format('composite type %I.%I', n.nspname, t.typname) as path,
       format('schema %I', n.nspname) as parent,
       a.attributes as "attributes",
       a.comments as "attributeComments",
       coalesce(nullif(quote_ident(pg_get_userbyid(t.typowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(t.oid, 'pg_type') as "comment"
  from pg_type t
  join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
  join pg_namespace n on n.oid = t.typnamespace
  left join lateral (
    select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod))
                        || case when a.attcollation <> y.typcollation then format(' collate %I.%I', cn.nspname, co.collname)
                                else '' end, ', ' order by a.attnum) as attributes,
           string_agg(format('%I: %s', a.attname, replace(m.description, E'\n', E'\n  ')), E'\n' order by a.attnum)
             filter (where m.description is not null) as comments
      from pg_attribute a
      join pg_type y on y.oid = a.atttypid
      left join pg_collation co on co.oid = a.attcollation
      left join pg_namespace cn on cn.oid = co.collnamespace
      left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid = a.attnum
     where a.attrelid = c.oid
       and a.attnum > 0
       and not a.attisdropped) a on true
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
