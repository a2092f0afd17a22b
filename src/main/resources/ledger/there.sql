-- One row: whether there is a history of migrations, whether there is a ledger, whether it has what came last, and whether this
-- session can write nothing.
select to_regclass('plumbline.flyway_schema_history') is not null as begun,
       to_regclass('plumbline.run') is not null as there,
       to_regclass('plumbline.run') is not null
         and exists (select from pg_attribute a
                      where a.attrelid = to_regclass('plumbline.watched') and a.attname = 'seen') as complete,
       current_setting('transaction_read_only')::boolean as read_only
