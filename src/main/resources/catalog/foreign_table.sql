-- A row is a foreign table.
-- options: of one that may hold a secret only that it is there.
with parent as (
  select i.inhrelid, string_agg(format('%I.%I', pn.nspname, pc.relname), ', ' order by pn.nspname, pc.relname) as names
    from pg_inherits i
    join pg_class pc on pc.oid = i.inhparent
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
select format('foreign table %I.%I', n.nspname, c.relname) as path,
       format('schema %I', n.nspname) as parent,
       quote_ident(s.srvname) as "server",
       (select string_agg(case when w.text ~ E'[,\n'']' then quote_literal(w.text) else w.text end, ', ' order by w.text)
          from unnest(f.ftoptions) o
         cross join lateral (
           select regexp_replace(o, current_setting('plumbline.secret'), '\1\2\3\4\5\6(secret)', 'gi')) w (text)) as "options",
       case when c.relispartition then p.names end as "partitionOf",
       case when not c.relispartition then p.names end as "inherits",
       h.names as "inheritedBy",
       pg_get_expr(c.relpartbound, c.oid) as "bounds",
       coalesce(nullif(quote_ident(pg_get_userbyid(c.relowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(c.oid, 'pg_class') as "comment"
  from pg_foreign_table f
  join pg_class c on c.oid = f.ftrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_foreign_server s on s.oid = f.ftserver
  left join parent p on p.inhrelid = c.oid
  left join child h on h.inhparent = c.oid
 where n.nspname = any (current_setting('plumbline.schemas')::text[])
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by path
