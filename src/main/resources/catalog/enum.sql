-- A row is an enum with its labels in their order.
select format('enum %I.%I', n.nspname, t.typname) as path,
       format('schema %I', n.nspname) as parent,
       (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)
          from pg_enum e where e.enumtypid = t.oid) as "labels",
       coalesce(nullif(quote_ident(pg_get_userbyid(t.typowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(t.oid, 'pg_type') as "comment"
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
 where t.typtype = 'e'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
