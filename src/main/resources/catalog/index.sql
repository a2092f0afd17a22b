-- A row is an index.
-- Left out: the one behind a constraint, which comes and goes with it; whether CLUSTER uses it, which is no more than the
-- default of that command.
-- inherited, requires: a partition has it from the index of its parent, and then its definition is without names, as it follows
-- from that of the parent.
-- A concurrent build that failed leaves an index that is not valid; valid=false is that. One that REINDEX CONCURRENTLY is at work
-- on, and has locked, is not there yet, or no more: the stamp tells when that is over.
-- definition: on, yes and 1 are true.
with extended as materialized (
  select d.objid as id, string_agg(quote_ident(x.extname), ', ' order by x.extname) as extensions
    from pg_extension x
    join pg_depend d
      on d.refclassid = 'pg_extension'::regclass and d.refobjid = x.oid and d.deptype = 'x' and d.classid = 'pg_class'::regclass
   group by d.objid
)
select format('index %I.%I', n.nspname, c.relname) as path,
       format(case t.relkind when 'm' then 'materialized view %I.%I' else 'table %I.%I' end, tn.nspname, t.relname)
         as parent,
       case when c.relispartition then array['index ' || p.name] end as "requires",
       case when c.relispartition
            then right(d.definition, -length(format('CREATE %sINDEX %I ON %s%I.%I ',
                   case when i.indisunique then 'UNIQUE ' end, c.relname, case t.relkind when 'p' then 'ONLY ' end,
                   tn.nspname, t.relname)))
            else d.definition end as "definition",
       case when c.relispartition then 'true' end as "inherited",
       case when i.indisunique and not (i.indisvalid and i.indisready) then 'not valid' else i.indisunique::text end as "unique",
       (i.indisvalid and i.indisready and i.indislive)::text as "valid",
       case when i.indexprs is not null
            then (select string_agg(format('%s: %s', a.attnum, a.attstattarget), ', ' order by a.attnum)
                    from pg_attribute a where a.attrelid = c.oid and a.attstattarget >= 0) end as "statisticsTargets",
       quote_ident(s.spcname) as "tablespace",
       e.extensions as "dependsOnExtension",
       m.description as "comment"
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_namespace n on n.oid = c.relnamespace
  join pg_class t on t.oid = i.indrelid
  join pg_namespace tn on tn.oid = t.relnamespace
  cross join lateral (
    select case when c.reloptions is null then pg_get_indexdef(c.oid)
                else regexp_replace(
                       regexp_replace(pg_get_indexdef(c.oid),
                                      '\m(autosummarize|deduplicate_items|fastupdate)=''?(on|y|ye|yes|t|tr|tru|true|1)''?(?=[,)])',
                                      '\1=true', 'g'),
                       '\m(autosummarize|deduplicate_items|fastupdate)=''?(of|off|n|no|f|fa|fal|fals|false|0)''?(?=[,)])',
                       '\1=false', 'g') end as definition
  ) d
  left join lateral (
    select format('%I.%I', pn.nspname, pc.relname) as name
      from pg_inherits h
      join pg_class pc on pc.oid = h.inhparent
      join pg_namespace pn on pn.oid = pc.relnamespace
     where h.inhrelid = c.oid and c.relispartition
  ) p on true
  left join extended e on e.id = c.oid
  left join pg_tablespace s on s.oid = c.reltablespace
  left join pg_description m on m.classoid = 'pg_class'::regclass and m.objoid = c.oid and m.objsubid = 0
 where t.relkind in ('r', 'p', 'm')
   and not (not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$'
            and exists (select from pg_locks l
                          join pg_stat_progress_create_index b on b.pid = l.pid
                         where l.database = (select oid from pg_database where datname = current_database())
                           and l.relation = c.oid and l.mode = 'ShareUpdateExclusiveLock' and l.granted))
   and n.nspname = any (current_setting('plumbline.schemas')::text[])
   and c.relpersistence <> 't'
   and not exists (select from pg_constraint o where o.conindid = c.oid and o.contype in ('p', 'u', 'x'))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = t.oid and d.objsubid = 0 and d.deptype = 'e')
 order by path
