-- One row: whether each change of the schema is written down; whether by what ledger/recorder.sql makes (the number is that of its
-- function, as in catalog/stray.sql); whether all that it writes stays; whether the server fires event
-- triggers (since 17 it can be told not to); what keeps it from that; the newest transaction of which something could not be written
-- down; the one that has last written the event triggers, of whose number a row has the lower half; and what may not have ended yet.
select to_regclass('plumbline.ddl') is not null as ledger,
       exists (select from pg_proc p
                where p.oid = to_regprocedure('plumbline.record_ddl()')
                  and md5(concat_ws(' ', p.prosecdef, p.proconfig, p.prosrc)) = '26d8ff79855a10f94578d5ad735b5e37') as as_made,
       not exists (select from pg_trigger t where t.tgrelid = to_regclass('plumbline.ddl'))
         and not exists (select from pg_rewrite r where r.ev_class = to_regclass('plumbline.ddl'))
         and not exists (select from pg_constraint o
                          where o.conrelid = to_regclass('plumbline.ddl') and o.contype not in ('p', 'n'))
         and not exists (select from pg_class c where c.oid = to_regclass('plumbline.ddl') and c.relrowsecurity) as keeping,
       coalesce(current_setting('event_triggers', true), 'on') = 'on' as firing,
       count(*) filter (where e.evtname in ('plumbline_record_ddl', 'plumbline_record_drop')
                          and e.evtfoid = to_regprocedure('plumbline.record_ddl()')
                          and e.evtenabled = 'A') = 2 as recording,
       coalesce(has_schema_privilege(to_regnamespace('plumbline'), 'usage')
                  and has_table_privilege(to_regclass('plumbline.ddl'), 'select'), false) as readable,
       case when has_sequence_privilege(to_regclass('plumbline.unwritten'), 'select')
            then coalesce(pg_sequence_last_value(to_regclass('plumbline.unwritten')), 0) end as unwritten,
       current_user::text as role,
       max(s.next - ((s.next - e.xmin::text::bigint) & 4294967295))
         filter (where e.evtname in ('plumbline_record_ddl', 'plumbline_record_drop')) as since,
       pg_current_snapshot()::text as horizon
  from (select pg_snapshot_xmax(pg_current_snapshot())::text::bigint as next) s
  left join pg_event_trigger e on true
