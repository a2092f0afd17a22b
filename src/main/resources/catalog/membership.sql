-- A row says that a role is a member of another, whoever granted it. Its parent is the role that it is a member of, or of
-- PostgreSQL's own (pg_read_all_data) the member, for those are always there.
-- Left out: what the migrating role is a member of, for 16 and later make it one of each role that it creates.
-- inherit and set are new in 16 (hence the JSON), and there only where they are false. Until then a role inherits from all or
-- none, which is a fact of the role.
select format('membership of %I in %s', u.rolname, r.name) as path,
       case when r.name ~ '^pg_' then format('role %I', u.rolname) else 'role ' || r.name end as parent,
       array[format('role %I', u.rolname), 'role ' || r.name] as "requires",
       bool_or(m.admin_option)::text as "admin",
       case when not bool_or((to_jsonb(m) ->> 'inherit_option')::boolean) then 'false' end as "inherit",
       case when not bool_or((to_jsonb(m) ->> 'set_option')::boolean) then 'false' end as "set"
  from pg_auth_members m
  join pg_roles u on u.oid = m.member
 cross join lateral (
   select coalesce(nullif(quote_ident(pg_get_userbyid(m.roleid)), current_setting('plumbline.owner')), '$owner')) r (name)
 where (u.rolname !~ '^pg_' or r.name !~ '^pg_')
   and quote_ident(u.rolname) <> current_setting('plumbline.owner')
 group by u.rolname, r.name
 order by path
