-- One row: whether this role may make the ledger's tables, or need not: Flyway tries ten times, a second each, to make its
-- history where it may not.
select current_user as role,
       to_regclass('plumbline.ledger_history') is not null
         or coalesce((select has_schema_privilege(n.oid, 'create') from pg_namespace n where n.nspname = 'plumbline'), true)
         as may
