-- A row is what one role gets on everything of a kind that another role will create, in one schema or in all.
-- Left out: what Supabase has given its API roles
-- in public, or has not, by the age of the project: both are right, for the migrations depend on neither. Who gives it is one of its
-- own, who migrates, or a role that may act as the API roles anyway.
-- none: PUBLIC or the owner does not even get what PostgreSQL gives them by itself.
-- ALL: every privilege that this server has for such an object. A star after a privilege is the right to grant it on.
with entry as (
  select d.oid, d.defaclrole as role, n.nspname, d.defaclacl as acl, d.defaclobjtype as type,
         (case d.defaclobjtype when 'S' then 's' else d.defaclobjtype end)::"char" as kind
    from pg_default_acl d
    left join pg_namespace n on n.oid = d.defaclnamespace
   where d.defaclobjtype in ('r', 'S', 'f', 'T', 'n', 'L')
     and (n.oid is null or n.nspname = any (current_setting('plumbline.schemas')::text[]))
), granted as (
  select e.oid, g.grantee,
         string_agg(g.privilege_type || case when g.is_grantable then '*' else '' end, ', ' order by g.privilege_type)
           as privileges
    from entry e
   cross join aclexplode(e.acl) g
   group by e.oid, g.grantee
), builtin as (
  select e.oid, g.grantee, string_agg(g.privilege_type, ', ' order by g.privilege_type) as privileges
    from entry e
   cross join aclexplode(acldefault(e.kind, e.role)) g
   group by e.oid, g.grantee
), everything as (
  select e.oid, b.privileges from entry e join builtin b on b.oid = e.oid and b.grantee = e.role
), listed as (
  select e.oid, coalesce(g.grantee, b.grantee) as grantee, coalesce(g.privileges, 'none') as privileges
    from granted g
    full join (select b.* from builtin b join entry e on e.oid = b.oid and e.nspname is null) b
      on b.oid = g.oid and b.grantee = g.grantee
    join entry e on e.oid = coalesce(g.oid, b.oid)
   where g.privileges is distinct from b.privileges
)
select format('default privilege of %s for %s%s to %s', w.owner,
              case e.type when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' when 'T' then 'types'
                          when 'n' then 'schemas' when 'L' then 'large objects' end,
              ' in schema ' || quote_ident(e.nspname), w.grantee) as path,
       case when e.nspname is not null then 'schema ' || quote_ident(e.nspname)
            when w.owner <> '$owner' then 'role ' || w.owner end as parent,
       array['role ' || w.owner] || case when l.grantee <> 0 then array['role ' || w.grantee] end as "requires",
       case when l.privileges = a.privileges then 'ALL' else l.privileges end as "privileges"
  from entry e
  join listed l on l.oid = e.oid
  join everything a on a.oid = e.oid
 cross join lateral (
   select coalesce(nullif(quote_ident(pg_get_userbyid(e.role)), current_setting('plumbline.owner')), '$owner') as owner,
          case when l.grantee = 0 then 'PUBLIC'
               else coalesce(nullif(quote_ident(pg_get_userbyid(l.grantee)), current_setting('plumbline.owner')), '$owner')
               end as grantee) w
 where not (e.nspname is not distinct from 'public'
            and e.type in ('r', 'S', 'f')
            and (w.owner in ('$owner', 'postgres', 'supabase_admin')
                 or exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid
                             where m.member = e.role and r.rolname = 'service_role'))
            and w.grantee in ('$owner', 'postgres', 'anon', 'authenticated', 'service_role')
            and l.privileges = a.privileges)
 order by path
