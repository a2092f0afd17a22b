-- A row is a role that row level security does not bind, or that may do all: a fact of the role where the migrations make it, but
-- of one that they only grant something to this is what matters.
-- Left out: the role that migrates, PostgreSQL's own.
select format('role attribute %I: %s', r.rolname, a.name) as path,
       format('role %I', r.rolname) as parent,
       array[format('role %I', r.rolname)] as "requires"
  from pg_roles r
 cross join lateral (values ('superuser', r.rolsuper), ('bypassRowSecurity', r.rolbypassrls)) a (name, is_there)
 where a.is_there
   and r.rolname !~ '^pg_'
   and quote_ident(r.rolname) <> current_setting('plumbline.owner')
 order by path
