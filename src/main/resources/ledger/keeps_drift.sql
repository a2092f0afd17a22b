-- One row: what keeps this session from keeping drift, or null; and whether that is only because no run of this build has been here.
select case
         when to_regclass('plumbline.delivery') is null then 'the ledger has no table for it yet'
         when not l.complete then 'the ledger is that of an older build yet'
         when pg_is_in_recovery() then 'this server is a standby'
         when not has_schema_privilege('plumbline', 'usage')
           or exists (select from pg_class c
                       where c.relnamespace = to_regnamespace('plumbline')
                         and c.relname in ('drift', 'state', 'watched', 'event', 'delivery')
                         and not (has_table_privilege(c.oid, 'select')
                                    and has_table_privilege(c.oid, 'insert')
                                    and has_table_privilege(c.oid, 'update')))
         then format('the role %s may not write to the schema plumbline', current_user)
       end as obstacle,
       not l.complete as early
  from (select exists (select from pg_attribute a
                        where a.attrelid = to_regclass('plumbline.watched') and a.attname = 'seen') as complete) l
