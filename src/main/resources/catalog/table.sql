-- A row is a table, partitioned or not, or a partition.
-- Left out: temporary tables, which are their session's own business.
-- inherits: its parents, in whatever order, through which its rows are seen by whoever may read those; inheritedBy: children outside the
-- scope.
-- options: on, yes and 1 are true.
-- replicaIdentity: an index that has been dropped identifies nothing.
-- accessMethod and tablespace are there only where they are not what PostgreSQL takes by itself.
with parent as (
  select i.inhrelid,
         string_agg(format('%I.%I', pn.nspname, pc.relname)
                      || case when i.inhdetachpending then ' (detach pending)' else '' end, ', '
                    order by pn.nspname, pc.relname) as names
    from pg_inherits i
    join pg_class pc on pc.oid = i.inhparent and pc.relkind in ('r', 'p', 'f')
    join pg_namespace pn on pn.oid = pc.relnamespace
   group by i.inhrelid
), child as (
  select i.inhparent, string_agg(format('%I.%I', hn.nspname, hc.relname), ', ' order by hn.nspname, hc.relname) as names
    from pg_inherits i
    join pg_class hc on hc.oid = i.inhrelid and hc.relkind in ('r', 'p', 'f')
    join pg_namespace hn on hn.oid = hc.relnamespace
   where hn.nspname <> all (current_setting('plumbline.schemas')::text[])
     and hc.relpersistence <> 't'
   group by i.inhparent
)
select format('table %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' end as "persistence",
       case when c.reloftype <> 0 then format_type(c.reloftype, null) end as "ofType",
       case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partitionedBy",
       case when c.relispartition then p.names end as "partitionOf",
       case when not c.relispartition then p.names end as "inherits",
       h.names as "inheritedBy",
       pg_get_expr(c.relpartbound, c.oid) as "bounds",
       c.relrowsecurity::text as "rowSecurity",
       c.relforcerowsecurity::text as "forceRowSecurity",
       (select string_agg(o.name || '=' || case when o.name ~ '(autovacuum_enabled|user_catalog_table|vacuum_truncate)$'
                                                then o.value::boolean::text else o.value end, ', ' order by o.name)
          from (select split_part(p, '=', 1), split_part(p, '=', 2) from unnest(c.reloptions) p
                union all
                select 'toast.' || split_part(p, '=', 1), split_part(p, '=', 2) from unnest(t.reloptions) p)
            o (name, value)) as "options",
       case c.relreplident when 'n' then 'nothing' when 'f' then 'full'
            when 'i' then coalesce((select 'index ' || quote_ident(ic.relname)
                                      from pg_index i join pg_class ic on ic.oid = i.indexrelid
                                     where i.indrelid = c.oid and i.indisreplident), 'nothing') end as "replicaIdentity",
       quote_ident(nullif(am.amname, 'heap')) as "accessMethod",
       quote_ident(s.spcname) as "tablespace",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       m.description as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_class t on t.oid = c.reltoastrelid
  left join pg_am am on am.oid = c.relam
  left join pg_tablespace s on s.oid = c.reltablespace
  left join parent p on p.inhrelid = c.oid
  left join child h on h.inhparent = c.oid
  left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid = 0
 where c.relkind in ('r', 'p')
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
