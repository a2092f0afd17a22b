-- A row is a row level security policy of a table.
-- requires: its roles.
select format('policy %I.%I.%I', n.nspname, c.relname, p.polname) as path,
       format('table %I.%I', n.nspname, c.relname) as parent,
       (select array_agg('role ' || quote_ident(pg_get_userbyid(r))) from unnest(p.polroles) r where r <> 0)
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
  left join pg_description m on m.classoid = 'pg_policy'::regclass and m.objoid = p.oid and m.objsubid = 0
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.deptype = 'e')
 order by path
