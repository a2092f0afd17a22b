-- A row is an extension, but for plpgsql, which every database has.
-- version: "default" is the one that this server installs, for the same release of an extension has another
-- number on another PostgreSQL major (pgcrypto: 1.3 on 17, 1.4 on 18).
-- What an extension consists of is not compared, but for what makes it another one by hand: members, those that are no compiled
-- ones, to which others can be added; securityDefiner; otherOwners; privileges, which are there where its script had not given
-- them (pg_init_privs). The schema of the extension is left out of their names. Members elsewhere are strays.
-- Left out of privileges: what everybody has, and what default privileges in public give Supabase's API roles in some projects.
with home as materialized (
  select e.oid as extension, n.oid as schema
    from pg_extension e
   cross join pg_namespace n
   where n.oid = e.extnamespace
      or n.nspname <> all (current_setting('plumbline.schemas')::text[])
      or exists (select from pg_depend d
                  where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e'
                    and d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid)
), member as materialized (
  select d.refobjid as extension, d.classid as class, d.objid as id
    from pg_depend d
   where d.refclassid = 'pg_extension'::regclass
     and d.deptype = 'e'
     and d.classid not in ('pg_namespace'::regclass, 'pg_event_trigger'::regclass, 'pg_foreign_server'::regclass)
), object as materialized (
  select m.extension,
         format('%s %s%I', case c.relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view' when 'S' then 'sequence'
                                          when 'm' then 'materialized view' when 'f' then 'foreign table' else 'relation' end,
                case when n.oid <> e.extnamespace then quote_ident(n.nspname) || '.' end, c.relname) as name,
         n.nspname = 'public' as is_in_public, true as is_listed, false as is_definer, c.relowner as owner, c.relacl as acl,
         i.initprivs as initial, (case c.relkind when 'S' then 's' else 'r' end)::"char" as kind, e.extowner
    from member m
    join pg_class c on m.class = 'pg_class'::regclass and c.oid = m.id
    join pg_namespace n on n.oid = c.relnamespace
    join pg_extension e on e.oid = m.extension
    join home h on h.extension = e.oid and h.schema = n.oid
    left join pg_init_privs i on i.classoid = m.class and i.objoid = m.id and i.objsubid = 0
   where e.extname <> 'plpgsql'
     and c.relkind <> 'c'
  union all
  select m.extension,
         format('%s %s%I(%s)', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                case when n.oid <> e.extnamespace then quote_ident(n.nspname) || '.' end, p.proname,
                replace(oidvectortypes(p.proargtypes), quote_ident(s.nspname) || '.', '')),
         false, p.prokind = 'a' or l.lanname not in ('c', 'internal'), p.prosecdef, p.proowner, p.proacl, i.initprivs, 'f', e.extowner
    from member m
    join pg_proc p on m.class = 'pg_proc'::regclass and p.oid = m.id
    join pg_language l on l.oid = p.prolang
    join pg_namespace n on n.oid = p.pronamespace
    join pg_extension e on e.oid = m.extension
    join pg_namespace s on s.oid = e.extnamespace
    join home h on h.extension = e.oid and h.schema = n.oid
    left join pg_init_privs i on i.classoid = m.class and i.objoid = m.id and i.objsubid = 0
   where e.extname <> 'plpgsql'
  union all
  select m.extension, format('%s %s', o.type, replace(o.identity, quote_ident(s.nspname) || '.', '')), false, true, false,
         e.extowner, null, null, null, e.extowner
    from member m
    join pg_extension e on e.oid = m.extension
    join pg_namespace s on s.oid = e.extnamespace
   cross join lateral pg_identify_object(m.class, m.id, 0) o
    left join pg_namespace n on n.nspname = o.schema
    left join home h on h.extension = e.oid and h.schema = n.oid
    left join pg_type t on m.class = 'pg_type'::regclass and t.oid = m.id
    left join pg_operator p on m.class = 'pg_operator'::regclass and p.oid = m.id
    left join pg_cast c on m.class = 'pg_cast'::regclass and c.oid = m.id
    left join pg_proc f on f.oid = coalesce(p.oprcode, c.castfunc)
    left join pg_language l on l.oid = f.prolang
   where e.extname <> 'plpgsql'
     and m.class not in ('pg_class'::regclass, 'pg_proc'::regclass)
     and (n.oid is null or h.schema is not null)
     and case when t.oid is not null
              then t.typtype in ('d', 'e', 'r') or t.typtype = 'c' and o.type = 'type'
                     and (select r.relkind from pg_class r where r.oid = t.typrelid) = 'c'
              when m.class in ('pg_operator'::regclass, 'pg_cast'::regclass) then l.lanname not in ('c', 'internal')
              else m.class in ('pg_collation'::regclass, 'pg_conversion'::regclass, 'pg_language'::regclass,
                               'pg_foreign_data_wrapper'::regclass, 'pg_transform'::regclass, 'pg_ts_config'::regclass,
                               'pg_ts_dict'::regclass, 'pg_ts_parser'::regclass, 'pg_ts_template'::regclass) end
), privilege as (
  select o.extension, format('%s: %s %s', o.name, r.name, coalesce(now.privileges, 'none')) as text
    from object o
   cross join lateral (
     select coalesce(o.acl, acldefault(o.kind, o.owner)) as now, coalesce(o.initial, acldefault(o.kind, o.owner)) as before) l
   cross join lateral (select a.grantee from aclexplode(l.now) a union select a.grantee from aclexplode(l.before) a) g
   cross join lateral (
     select case when g.grantee = 0 then 'PUBLIC'
                 else coalesce(nullif(quote_ident(pg_get_userbyid(g.grantee)), current_setting('plumbline.owner')), '$owner')
                 end as name) r
   cross join lateral (
     select string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ', ' order by a.privilege_type)
       from aclexplode(l.now) a
      where a.grantee = g.grantee
        and (g.grantee = 0 or a.is_grantable
             or not exists (select from aclexplode(l.now) e where e.grantee = 0 and e.privilege_type = a.privilege_type))
   ) now (privileges)
   cross join lateral (
     select string_agg(a.privilege_type || case when a.is_grantable then '*' else '' end, ', ' order by a.privilege_type)
       from aclexplode(l.before) a
      where a.grantee = g.grantee
        and (g.grantee = 0 or a.is_grantable
             or not exists (select from aclexplode(l.before) e where e.grantee = 0 and e.privilege_type = a.privilege_type))
   ) before (privileges)
   where o.acl is distinct from o.initial
     and g.grantee <> o.owner
     and now.privileges is distinct from before.privileges
     and not (o.is_in_public and r.name in ('$owner', 'postgres', 'anon', 'authenticated', 'service_role'))
)
select format('extension %I', e.extname) as path,
       format('schema %I', n.nspname) as parent,
       case when e.extversion = a.default_version then 'default' else e.extversion end as "version",
       quote_ident(n.nspname) as "schema",
       (select string_agg(o.name, E'\n' order by o.name) from object o where o.extension = e.oid and o.is_listed) as "members",
       (select string_agg(o.name, E'\n' order by o.name) from object o where o.extension = e.oid and o.is_definer)
         as "securityDefiner",
       (select string_agg(format('%s: %s', o.name, w.name), E'\n' order by o.name)
          from object o
         cross join lateral (
           select coalesce(nullif(quote_ident(pg_get_userbyid(o.owner)), current_setting('plumbline.owner')), '$owner') as name) w
         where o.extension = e.oid and o.owner <> o.extowner and o.owner <> 10) as "otherOwners",
       (select string_agg(p.text, E'\n' order by p.text) from privilege p where p.extension = e.oid) as "privileges",
       case when obj_description(e.oid, 'pg_extension') is distinct from a.comment
            then coalesce(obj_description(e.oid, 'pg_extension'), 'none') end as "comment"
  from pg_extension e
  join pg_namespace n on n.oid = e.extnamespace
  left join pg_available_extensions() a on a.name = e.extname
 where e.extname <> 'plpgsql'
 order by path
