-- A row is an event trigger.
-- Left out: ours.
select format('event trigger %I', e.evtname) as path,
       null as parent,
       e.evtevent::text as "event",
       (select string_agg(t, ', ' order by t) from unnest(e.evttags) t) as "tags",
       format('%I.%I', n.nspname, p.proname) as "function",
       case e.evtenabled when 'O' then 'origin' when 'D' then 'disabled' when 'R' then 'replica' when 'A' then 'always' end
         as "enabled",
       coalesce(nullif(quote_ident(pg_get_userbyid(e.evtowner)), current_setting('plumbline.owner')), '$owner')
         as "owner",
       obj_description(e.oid, 'pg_event_trigger') as "comment"
  from pg_event_trigger e
  join pg_proc p on p.oid = e.evtfoid
  join pg_namespace n on n.oid = p.pronamespace
 where not (n.nspname = 'plumbline' and p.proname = 'record_ddl' and e.evtname in ('plumbline_record_ddl', 'plumbline_record_drop'))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_event_trigger'::regclass and d.objid = e.oid and d.deptype = 'e')
 order by path
