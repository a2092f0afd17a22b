-- A row is a range type. Its multirange type comes and goes with it.
select format('range type %I.%I', n.nspname, t.typname) as path,
       format('schema %I', n.nspname) as parent,
       format_type(r.rngsubtype, null) as "subtype",
       format('%I.%I', kn.nspname, k.opcname) as "operatorClass",
       case when r.rngcollation <> b.typcollation then format('%I.%I', cn.nspname, co.collname) end as "collation",
       nullif(r.rngcanonical, 0)::regproc::text as "canonical",
       nullif(r.rngsubdiff, 0)::regproc::text as "difference",
       format_type(r.rngmultitypid, null) as "multirange",
       coalesce(nullif(quote_ident(pg_get_userbyid(t.typowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(t.oid, 'pg_type') as "comment",
       obj_description(r.rngmultitypid, 'pg_type') as "multirangeComment"
  from pg_range r
  join pg_type t on t.oid = r.rngtypid
  join pg_namespace n on n.oid = t.typnamespace
  join pg_type b on b.oid = r.rngsubtype
  join pg_opclass k on k.oid = r.rngsubopc
  join pg_namespace kn on kn.oid = k.opcnamespace
  left join pg_collation co on co.oid = r.rngcollation
  left join pg_namespace cn on cn.oid = co.collnamespace
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
 order by path
