-- A row is a table, partitioned or not, or a partition.
-- Left out: temporary tables, which are their session's own business.
-- inherits: its parents, through which its rows are seen by whoever may read those; inheritedBy: children outside the scope.
select format('table %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       case c.relpersistence when 'p' then 'permanent' when 'u' then 'unlogged' end as "persistence",
       pg_get_partkeydef(c.oid) as "partitionedBy",
       (select format('%I.%I', pn.nspname, pc.relname)
          from pg_inherits i join pg_class pc on pc.oid = i.inhparent join pg_namespace pn on pn.oid = pc.relnamespace
         where i.inhrelid = c.oid and c.relispartition) as "partitionOf",
       (select string_agg(format('%I.%I', pn.nspname, pc.relname), ', ' order by i.inhseqno)
          from pg_inherits i join pg_class pc on pc.oid = i.inhparent join pg_namespace pn on pn.oid = pc.relnamespace
         where i.inhrelid = c.oid and not c.relispartition) as "inherits",
       (select string_agg(format('%I.%I', hn.nspname, hc.relname), ', ' order by hn.nspname, hc.relname)
          from pg_inherits i join pg_class hc on hc.oid = i.inhrelid join pg_namespace hn on hn.oid = hc.relnamespace
         where i.inhparent = c.oid and hn.nspname <> all (current_setting('plumbline.schemas')::text[])
           and hc.relpersistence <> 't') as "inheritedBy",
       pg_get_expr(c.relpartbound, c.oid) as "bounds",
       c.relrowsecurity::text as "rowSecurity",
       c.relforcerowsecurity::text as "forceRowSecurity",
       (select string_agg(o, ', ' order by o) from unnest(c.reloptions) o) as "options",
       case c.relreplident when 'n' then 'nothing' when 'f' then 'full'
            when 'i' then (select 'index ' || quote_ident(ic.relname)
                             from pg_index i join pg_class ic on ic.oid = i.indexrelid
                            where i.indrelid = c.oid and i.indisreplident) end as "replicaIdentity",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p')
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
