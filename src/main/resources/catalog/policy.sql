-- A row is a row level security policy of a table.
-- requires: the columns that it uses, the enums that it names, and its roles.
with used as (
  select d.objid, array_agg(distinct format('column %I.%I.%I', n.nspname, c.relname, a.attname)) as paths
    from pg_depend d
    join pg_class c on c.oid = d.refobjid
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
   where d.classid = 'pg_policy'::regclass
     and d.refclassid = 'pg_class'::regclass
     and d.refobjsubid > 0
   group by d.objid
), label as (
  select d.objid, array_agg(distinct format('enum %I.%I', n.nspname, t.typname)) as enums
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    join pg_depend d on d.refclassid = 'pg_type'::regclass and d.refobjid = t.oid and d.classid = 'pg_policy'::regclass
   where t.typtype = 'e'
   group by d.objid
)
select format('policy %I.%I.%I', n.nspname, c.relname, p.polname) as path,
       format('table %I.%I', n.nspname, c.relname) as parent,
       u.paths || l.enums || (select array_agg('role ' || quote_ident(pg_get_userbyid(r))) from unnest(p.polroles) r where r <> 0)
         as "requires",
       case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete'
                     else 'all' end as "command",
       p.polpermissive::text as "permissive",
       (select string_agg(role, ', ' order by role)
          from (select case when r = 0 then 'public'
                            else coalesce(nullif(quote_ident(pg_get_userbyid(r)), current_setting('plumbline.owner')),
                                          '$owner') end as role
                  from unnest(p.polroles) r) roles) as "roles",
       pg_get_expr(p.polqual, p.polrelid) as "using",
       pg_get_expr(p.polwithcheck, p.polrelid) as "check",
       m.description as "comment"
  from pg_policy p
  join pg_class c on c.oid = p.polrelid
  join pg_namespace n on n.oid = c.relnamespace
  left join used u on u.objid = p.oid
  left join label l on l.objid = p.oid
  left join pg_description m on m.classoid = 'pg_policy'::regclass and m.objoid = p.oid and m.objsubid = 0
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.deptype = 'e')
 order by path
