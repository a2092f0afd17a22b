-- One row: whether there is a history of migrations, whether there is a ledger, and whether it has what came last.
select to_regclass('plumbline.flyway_schema_history') is not null as begun,
       to_regclass('plumbline.run') is not null as there,
       to_regclass('plumbline.run') is not null
         and exists (select from pg_attribute a
                      where a.attrelid = to_regclass('plumbline.watched') and a.attname = 'seen') as complete
