-- A row is what one role may do with one object; PUBLIC is everybody. Where nothing was ever granted, PostgreSQL's
-- built-in defaults hold and are listed as if they had been (EXECUTE on a function for PUBLIC).
-- Left out: all privileges of an object's owner, which need no grant, and what the migrating role may do with schemas and the
-- database, which is what it needs; that everybody may use a type. Where the owner or everybody has lost that, none stands for it.
-- Of PostgreSQL's own objects (pg_catalog, information_schema, and that TOAST tables may be got at) only what is not as initdb has
-- made it (pg_init_privs).
-- ALL: every privilege that this server has for such an object, since 17 has one more for tables (MAINTAIN).
-- A star after a privilege is the right to grant it on; "by" names a grantor who is not the owner.
with relation (kind, label) as (
  values ('r'::"char", 'table'), ('p', 'table'), ('v', 'view'), ('m', 'materialized view'), ('S', 'sequence'),
         ('f', 'foreign table')
), object (path, parent, kind, owner, acl, relation) as (
  select format('schema %I', n.nspname), format('schema %I', n.nspname), 'n'::"char", n.nspowner, n.nspacl,
         null::text
    from pg_namespace n
   where n.nspname = any (current_setting('plumbline.schemas')::text[])
  union all
  select format('%s %I.%I', r.label, n.nspname, c.relname), format('%s %I.%I', r.label, n.nspname, c.relname),
         (case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner, c.relacl, null
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join relation r on r.kind = c.relkind
   where c.relpersistence <> 't'
     and c.relacl is not null
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                        and d.deptype = 'e')
  union all
  select format('column %I.%I.%I', n.nspname, c.relname, a.attname),
         case when r.label in ('table', 'foreign table') and a.attnum > 0
              then format('column %I.%I.%I', n.nspname, c.relname, a.attname)
              else format('%s %I.%I', r.label, n.nspname, c.relname) end,
         'c', c.relowner, a.attacl, format('%s %I.%I', r.label, n.nspname, c.relname)
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    join relation r on r.kind = c.relkind
   where not a.attisdropped
     and a.attacl is not null
     and c.relpersistence <> 't'
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                        and d.deptype = 'e')
  union all
  select r.path, r.path, 'f', p.proowner, p.proacl, null
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   cross join lateral (select format('%s %I.%I(%s)',
                                     case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                                     n.nspname, p.proname, oidvectortypes(p.proargtypes)) as path) r
   where n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype in ('e', 'i'))
  union all
  select r.path, r.path, 'T', t.typowner, t.typacl, null
    from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
   cross join lateral (select format('%s %I.%I', case t.typtype when 'e' then 'enum' when 'd' then 'domain'
                                                               when 'r' then 'range type' else 'composite type' end,
                                     n.nspname, t.typname) as path) r
   where (t.typtype in ('e', 'd', 'r') or c.relkind = 'c')
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
  union all
  select format('row type of %s %I.%I', r.label, n.nspname, c.relname), format('%s %I.%I', r.label, n.nspname, c.relname),
         'T', t.typowner, t.typacl, null
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join relation r on r.kind = c.relkind
    join pg_type t on t.oid = c.reltype
   where t.typacl is not null
     and c.relpersistence <> 't'
     and n.nspname = any (current_setting('plumbline.schemas')::text[])
     and not exists (select from pg_depend d
                      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.objsubid = 0
                        and d.deptype = 'e')
  union all
  select format('foreign data wrapper %I', w.fdwname), format('foreign data wrapper %I', w.fdwname), 'F', w.fdwowner,
         w.fdwacl, null
    from pg_foreign_data_wrapper w
   where not exists (select from pg_depend d
                      where d.classid = 'pg_foreign_data_wrapper'::regclass and d.objid = w.oid and d.deptype = 'e')
  union all
  select format('server %I', f.srvname), format('server %I', f.srvname), 'S', f.srvowner, f.srvacl, null
    from pg_foreign_server f
   where not exists (select from pg_depend d
                      where d.classid = 'pg_foreign_server'::regclass and d.objid = f.oid and d.deptype = 'e')
  union all
  select 'database', 'database', 'd', b.datdba, b.datacl, null
    from pg_database b
   where b.datname = current_database()
), granted as (
  select o.path, o.parent, o.relation, o.kind, o.owner, g.grantee, g.privileges
    from object o
   cross join lateral (
     select a.grantee,
            coalesce(string_agg(a.privilege_type
                                  || case when a.is_grantable then '*' else '' end
                                  || case when a.grantor = o.owner then ''
                                          else ' by ' || coalesce(nullif(quote_ident(pg_get_userbyid(a.grantor)),
                                                                         current_setting('plumbline.owner')), '$owner') end,
                                ', ' order by a.privilege_type, a.grantor), 'none') as privileges
       from (select grantee, privilege_type, grantor, is_grantable
               from aclexplode(coalesce(o.acl, acldefault(o.kind, o.owner)))
             union all
             select o.owner, null, null, false where o.kind <> 'c'
             union all
             select 0, null, null, false where o.kind = 'T') a
      group by a.grantee) g
), system (path, parent, kind, owner, acl, initial) as (
  select format('%s %I.%I', r.label, n.nspname, c.relname), format('schema %I', n.nspname),
         (case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner, coalesce(c.relacl, d.acl), coalesce(i.initprivs, d.acl)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join relation r on r.kind = c.relkind
    left join pg_init_privs i on i.classoid = 'pg_class'::regclass and i.objoid = c.oid and i.objsubid = 0
   cross join lateral acldefault((case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner) d (acl)
   where n.nspname in ('pg_catalog', 'information_schema')
     and c.relacl is distinct from i.initprivs
  union all
  select format('%s %I.%I(%s)', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                n.nspname, p.proname, oidvectortypes(p.proargtypes)), format('schema %I', n.nspname),
         'f', p.proowner, coalesce(p.proacl, d.acl), coalesce(i.initprivs, d.acl)
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    left join pg_init_privs i on i.classoid = 'pg_proc'::regclass and i.objoid = p.oid and i.objsubid = 0
   cross join lateral acldefault('f', p.proowner) d (acl)
   where n.nspname in ('pg_catalog', 'information_schema')
     and p.proacl is distinct from i.initprivs
     and not exists (select from pg_depend d
                      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  union all
  select format('column %I.%I.%I', n.nspname, c.relname, a.attname), format('schema %I', n.nspname), 'c', c.relowner, a.attacl, i.initprivs
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_init_privs i on i.classoid = 'pg_class'::regclass and i.objoid = c.oid and i.objsubid = a.attnum
   where n.nspname = 'pg_catalog'
     and a.attacl is distinct from i.initprivs
  union all
  select format('schema %I', n.nspname), 'schema pg_catalog', 'n', n.nspowner, n.nspacl, i.initprivs
    from pg_namespace n
    left join pg_init_privs i on i.classoid = 'pg_namespace'::regclass and i.objoid = n.oid
   where n.nspname in ('pg_catalog', 'pg_toast')
     and n.nspacl is distinct from i.initprivs
), regranted as (
  select s.path, s.parent, null::text as relation, s.kind, g.grantee, coalesce(now.privileges, 'none') as privileges
    from system s
   cross join lateral (select grantee from aclexplode(s.acl) union select grantee from aclexplode(s.initial)) g
   cross join lateral (
     select string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ', ' order by a.privilege_type)
       from aclexplode(s.acl) a where a.grantee = g.grantee) now (privileges)
   cross join lateral (
     select string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ', ' order by a.privilege_type)
       from aclexplode(s.initial) a where a.grantee = g.grantee) before (privileges)
   where g.grantee <> s.owner
     and now.privileges is distinct from before.privileges
), everything as (
  select k.kind, string_agg(g.privilege_type, ', ' order by g.privilege_type) as privileges
    from unnest(array['n', 'r', 's', 'f', 'T', 'F', 'S', 'd']::"char"[]) k (kind)
   cross join lateral aclexplode(acldefault(k.kind, 10)) g
   where g.grantee = 10
   group by k.kind
), listed as (
  select g.path, g.parent, g.relation, g.kind, g.grantee, g.privileges
    from granted g
    left join everything e on e.kind = g.kind
   where case when g.grantee = g.owner and g.kind = 'c' then false
              when g.grantee = g.owner or g.grantee = 0 and g.kind = 'T' then g.privileges is distinct from e.privileges
              else quote_ident(pg_get_userbyid(g.grantee)) <> current_setting('plumbline.owner')
                   or g.grantee = 0 or g.kind not in ('n', 'd') end
  union all
  select * from regranted
)
select format('privilege %s on %s', w.name, g.path) as path,
       g.parent,
       array_remove(array[case when g.grantee <> 0 then 'role ' || w.name end, g.relation], null) as "requires",
       case when g.privileges = e.privileges then 'ALL' else g.privileges end as "privileges"
  from listed g
  left join everything e on e.kind = g.kind
 cross join lateral (
   select case when g.grantee = 0 then 'PUBLIC'
               else coalesce(nullif(quote_ident(pg_get_userbyid(g.grantee)), current_setting('plumbline.owner')), '$owner')
               end) w (name)
 order by path
