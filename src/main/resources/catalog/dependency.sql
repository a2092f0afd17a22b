-- A row is an object with the paths of what it depends on, as PostgreSQL itself has recorded it (pg_depend): with that it goes, or
-- reads otherwise.
-- An index stands for its constraint, a rule for its view, a default for its column, a row type for its relation, an array for
-- its element, a member of an extension for the extension.
-- Left out: what an object is a part of, which is its parent.
with relation as materialized (
  select c.oid, n.nspname, c.relkind as kind, format('%I.%I', n.nspname, c.relname) as name,
         case c.relkind when 'r' then 'table ' when 'p' then 'table ' when 'f' then 'foreign table ' when 'v' then 'view '
                        when 'm' then 'materialized view ' when 'S' then 'sequence ' when 'c' then 'composite type '
                        else 'index ' end || format('%I.%I', n.nspname, c.relname) as path
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S', 'c', 'i', 'I')
     and c.relpersistence <> 't'
     and n.nspname !~ '^pg_'
     and n.nspname <> 'information_schema'
), type as materialized (
  select t.oid, n.nspname, t.typarray, format('%I.%I', n.nspname, t.typname) as name,
         coalesce(r.path, format('%s %I.%I', case t.typtype when 'e' then 'enum' when 'd' then 'domain' else 'range type' end,
                                 n.nspname, t.typname)) as path
    from pg_type t
    join pg_namespace n on n.oid = t.typnamespace
    left join relation r on r.oid = t.typrelid
   where t.typtype in ('e', 'd', 'r') or r.path is not null
), attribute as materialized (
  select r.oid, r.nspname, a.attnum, case when r.kind in ('r', 'p', 'f') then format('column %s.%I', r.name, a.attname) else r.path end as path
    from relation r
    join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
   where r.kind in ('r', 'p', 'f', 'v', 'm', 'c')
), object (class, id, part, nspname, path, whole) as materialized (
  select 'pg_class'::regclass::oid, r.oid, 0, r.nspname, coalesce('constraint ' || k.name || '.' || quote_ident(k.conname), r.path), r.oid
    from relation r
    left join (select o.conindid, o.conname, t.name
                 from pg_constraint o join relation t on t.oid = o.conrelid
                where o.contype in ('p', 'u', 'x')) k on k.conindid = r.oid
  union all
  select 'pg_class'::regclass, a.oid, a.attnum, a.nspname, a.path, a.oid from attribute a
  union all
  select 'pg_attrdef'::regclass, d.oid, 0, a.nspname, a.path, a.oid
    from pg_attrdef d join attribute a on a.oid = d.adrelid and a.attnum = d.adnum
  union all
  select 'pg_constraint'::regclass, o.oid, 0, r.nspname, format('constraint %s.%I', r.name, o.conname), r.oid
    from pg_constraint o join relation r on r.oid = o.conrelid
   where o.contype in ('c', 'f', 'p', 'u', 'x')
  union all
  select 'pg_constraint'::regclass, o.oid, 0, t.nspname, format('constraint %s.%I', t.name, o.conname), t.oid
    from pg_constraint o join type t on t.oid = o.contypid
   where o.contype = 'c'
  union all
  select 'pg_policy'::regclass, p.oid, 0, r.nspname, format('policy %s.%I', r.name, p.polname), r.oid
    from pg_policy p join relation r on r.oid = p.polrelid
  union all
  select 'pg_trigger'::regclass, t.oid, 0, r.nspname, format('trigger %s.%I', r.name, t.tgname), r.oid
    from pg_trigger t join relation r on r.oid = t.tgrelid
   where not t.tgisinternal
  union all
  select 'pg_rewrite'::regclass, w.oid, 0, r.nspname,
         case when w.rulename = '_RETURN' then r.path else format('rule %s.%I', r.name, w.rulename) end, r.oid
    from pg_rewrite w join relation r on r.oid = w.ev_class
  union all
  select 'pg_proc'::regclass, p.oid, 0, n.nspname,
         format('%s %I.%I(%s)', case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                n.nspname, p.proname, oidvectortypes(p.proargtypes)), null::oid
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.oid >= 16384
  union all
  select 'pg_type'::regclass, u.oid, 0, t.nspname, t.path, t.oid
    from type t
   cross join lateral (select t.oid union all select t.typarray where t.typarray <> 0
                        union all select m.oid from pg_range g cross join lateral (
                                    select g.rngmultitypid union all
                                    select y.typarray from pg_type y where y.oid = g.rngmultitypid) m (oid)
                                   where g.rngtypid = t.oid) u (oid)
  union all
  select 'pg_statistic_ext'::regclass, x.oid, 0, n.nspname, format('statistics %I.%I', n.nspname, x.stxname), x.stxrelid
    from pg_statistic_ext x join pg_namespace n on n.oid = x.stxnamespace
  union all
  select 'pg_collation'::regclass, o.oid, 0, n.nspname, format('collation %I.%I', n.nspname, o.collname), null
    from pg_collation o join pg_namespace n on n.oid = o.collnamespace
   where o.oid >= 16384
  union all
  select 'pg_publication_rel'::regclass, m.oid, 0, null, format('publication member %I: table %s', p.pubname, r.name), null
    from pg_publication_rel m join pg_publication p on p.oid = m.prpubid join relation r on r.oid = m.prrelid
  union all
  select 'pg_event_trigger'::regclass, e.oid, 0, null, format('event trigger %I', e.evtname), null from pg_event_trigger e
  union all
  select 'pg_foreign_server'::regclass, s.oid, 0, null, format('server %I', s.srvname), null from pg_foreign_server s
  union all
  select 'pg_foreign_data_wrapper'::regclass, w.oid, 0, null, format('foreign data wrapper %I', w.fdwname), null
    from pg_foreign_data_wrapper w
  union all
  select 'pg_extension'::regclass, x.oid, 0, null, format('extension %I', x.extname), null from pg_extension x
  union all
  select d.classid, d.objid, 0, null, format('extension %I', x.extname), null
    from pg_depend d join pg_extension x on x.oid = d.refobjid
   where d.refclassid = 'pg_extension'::regclass and d.deptype = 'e'
), dependency (path, "on") as (
  select s.path, t.path
    from pg_depend d
    join object s on s.class = d.classid and s.id = d.objid and s.part = d.objsubid
    join object t on t.class = d.refclassid and t.id = d.refobjid and t.part = d.refobjsubid
   where d.deptype <> 'e'
     and (s.nspname is null or s.nspname = any (current_setting('plumbline.schemas')::text[]))
     and (d.refobjsubid <> 0 or d.refobjid is distinct from s.whole)
  union
  -- of a key of partitions that is a plain column, only that this cannot be dropped is recorded
  select r.path, a.path
    from pg_partitioned_table p
    join relation r on r.oid = p.partrelid
    join attribute a on a.oid = p.partrelid and a.attnum = any (p.partattrs::int2[])
   where r.nspname = any (current_setting('plumbline.schemas')::text[])
  union
  select r.path, x.path
    from pg_index i join relation r on r.oid = i.indrelid join object x on x.class = 'pg_class'::regclass and x.id = i.indexrelid
   where i.indisreplident
     and r.nspname = any (current_setting('plumbline.schemas')::text[])
)
select d.path, array_agg(d."on" order by d."on") as "requires"
  from dependency d
 where d."on" <> d.path
 group by d.path
