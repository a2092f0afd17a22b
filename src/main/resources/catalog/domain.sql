-- A row is a domain. Its checks are constraints of their own; NOT NULL, which 17 and later keep as a constraint too, is a
-- fact of the domain.
select format('domain %I.%I', n.nspname, t.typname) as path,
       format('schema %I', n.nspname) as parent,
       format_type(t.typbasetype, t.typtypmod) as "type",
       case when t.typcollation <> b.typcollation then format('%I.%I', cn.nspname, co.collname) end as "collation",
       (not t.typnotnull)::text as "nullable",
       (select m.description
          from pg_constraint o
          join pg_description m on m.classoid = 'pg_constraint'::regclass and m.objoid = o.oid
         where o.contypid = t.oid and o.contype = 'n') as "notNullComment",
       coalesce(pg_get_expr(t.typdefaultbin, 'pg_type'::regclass), quote_literal(t.typdefault)) as "default",
       coalesce(nullif(quote_ident(pg_get_userbyid(t.typowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(t.oid, 'pg_type') as "comment"
  from pg_type t
  join pg_namespace n on n.oid = t.typnamespace
  join pg_type b on b.oid = t.typbasetype
  left join pg_collation co on co.oid = t.typcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
 where t.typtype = 'd'
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
