-- A row is an object where none is looked for: one in our own schema that is not ours, or not what ledger/recorder.sql makes of it (the
-- number is that of its function); a function or a relation among PostgreSQL's own, whose numbers are below 16384, or one of their functions that runs
-- with its owner's rights, with settings or in a language in which there is none; a member of an extension that is not in a schema of
-- the extension, or is in none, so that ALTER EXTENSION ... ADD would hide it. What extensions have in their own schemas is a fact of
-- these.
-- Left out: schemas that have other members in them and event triggers written in C, for extensions make those themselves.
-- parent: the schema of a member of an extension.
-- owner: there where there is no such schema.
with member as materialized (
  select e.extname, d.classid as class, d.objid as id, n.nspname as schema
    from pg_extension e
    join pg_depend d on d.refclassid = 'pg_extension'::regclass and d.refobjid = e.oid and d.deptype = 'e'
    left join pg_class c on d.classid = 'pg_class'::regclass and c.oid = d.objid
    left join pg_proc p on d.classid = 'pg_proc'::regclass and p.oid = d.objid
    left join pg_type t on d.classid = 'pg_type'::regclass and t.oid = d.objid
    left join pg_operator o on d.classid = 'pg_operator'::regclass and o.oid = d.objid
    left join pg_collation l on d.classid = 'pg_collation'::regclass and l.oid = d.objid
    left join pg_ts_config g on d.classid = 'pg_ts_config'::regclass and g.oid = d.objid
    left join pg_ts_dict i on d.classid = 'pg_ts_dict'::regclass and i.oid = d.objid
    left join pg_namespace n
      on n.oid = coalesce(c.relnamespace, p.pronamespace, t.typnamespace, o.oprnamespace, l.collnamespace, g.cfgnamespace, i.dictnamespace)
   where d.classid = 'pg_foreign_server'::regclass
      or d.classid = 'pg_event_trigger'::regclass
         and exists (select from pg_event_trigger t join pg_proc f on f.oid = t.evtfoid join pg_language w on w.oid = f.prolang
                      where t.oid = d.objid and w.lanname not in ('c', 'internal'))
      or d.classid = 'pg_namespace'::regclass
         and not exists (select from pg_depend i
                           join pg_depend m on m.classid = i.classid and m.objid = i.objid and m.deptype = 'e'
                                and m.refclassid = 'pg_extension'::regclass and m.refobjid = e.oid
                          where i.refclassid = 'pg_namespace'::regclass and i.refobjid = d.objid)
      or n.oid <> e.extnamespace
         and n.nspname = any (current_setting('plumbline.schemas')::text[])
         and not exists (select from pg_depend i where i.classid = d.classid and i.objid = d.objid and i.deptype = 'i')
         and not exists (select from pg_depend s
                          where s.classid = 'pg_namespace'::regclass and s.objid = n.oid and s.deptype = 'e'
                            and s.refclassid = 'pg_extension'::regclass and s.refobjid = e.oid)
), ours (name) as (
  values ('table plumbline.ddl'), ('table plumbline.delivery'), ('table plumbline.drift'), ('table plumbline.event'),
         ('table plumbline.flyway_schema_history'), ('table plumbline.ledger_history'), ('table plumbline.left_behind'),
         ('table plumbline.run'), ('table plumbline.state'), ('table plumbline.tick'), ('table plumbline.watched'),
         ('function plumbline.record_ddl()')
), altered as (
  select p.oid as id
    from pg_proc p
   where p.proname = 'record_ddl'
     and p.pronamespace = to_regnamespace('plumbline')
     and md5(concat_ws(' ', p.prosecdef, p.proconfig, p.prosrc)) <> '26d8ff79855a10f94578d5ad735b5e37'
)
select format('stray %s %s of extension %I', o.type, o.identity, m.extname) as path,
       'schema ' || quote_ident(m.schema) as parent,
       case when m.schema is null
            then coalesce(nullif(quote_ident(pg_get_userbyid(coalesce(n.nspowner, t.evtowner, s.srvowner))),
                                 current_setting('plumbline.owner')), '$owner') end as "owner"
  from member m
 cross join lateral pg_identify_object(m.class, m.id, 0) o
  left join pg_namespace n on m.class = 'pg_namespace'::regclass and n.oid = m.id
  left join pg_event_trigger t on m.class = 'pg_event_trigger'::regclass and t.oid = m.id
  left join pg_foreign_server s on m.class = 'pg_foreign_server'::regclass and s.oid = m.id
union all
select format('stray %s %s', o.type, o.identity), null, null
  from (select d.classid as class, d.objid as id
          from pg_namespace n
          join pg_depend d on d.refclassid = 'pg_namespace'::regclass and d.refobjid = n.oid and d.deptype = 'n'
         where n.nspname = 'plumbline'
        union all
        select a.class, a.id
          from pg_namespace n
          join pg_class c on c.relnamespace = n.oid
         cross join lateral (
           select 'pg_trigger'::regclass, t.oid from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
           union all
           select 'pg_policy'::regclass, p.oid from pg_policy p where p.polrelid = c.oid
           union all
           select 'pg_rewrite'::regclass, r.oid from pg_rewrite r where r.ev_class = c.oid and r.rulename <> '_RETURN'
         ) a (class, id)
         where n.nspname = 'plumbline') x
 cross join lateral pg_identify_object(x.class, x.id, 0) o
 where (format('%s %s', o.type, o.identity) not in (select w.name from ours w)
        or x.class = 'pg_proc'::regclass and x.id in (select a.id from altered a))
   and (x.class <> 'pg_class'::regclass
        or not exists (select from pg_depend d where d.classid = x.class and d.objid = x.id and d.deptype in ('a', 'i')))
union all
select format('stray %s %s', o.type, o.identity), null,
       coalesce(nullif(quote_ident(pg_get_userbyid(x.owner)), current_setting('plumbline.owner')), '$owner')
  from (select 'pg_proc'::regclass as class, p.oid as id, p.proowner as owner, p.pronamespace as schema,
               p.prosecdef or p.proconfig is not null or l.lanname not in ('internal', 'c', 'sql') as is_altered
          from pg_proc p
          join pg_language l on l.oid = p.prolang
        union all
        select 'pg_class'::regclass, c.oid, c.relowner, c.relnamespace, false
          from pg_class c
         where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')) x
  join pg_namespace n on n.oid = x.schema
 cross join lateral pg_identify_object(x.class, x.id, 0) o
 where (x.id >= 16384 or x.is_altered)
   and n.nspname in ('pg_catalog', 'pg_toast', 'information_schema')
   and not exists (select from pg_depend d join pg_extension e on e.oid = d.refobjid
                    where d.classid = x.class and d.objid = x.id and d.deptype = 'e' and d.refclassid = 'pg_extension'::regclass
                      and e.extname <> 'plpgsql')
 order by path
