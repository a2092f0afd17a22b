-- One row: whether this role may make the ledger's tables, or need not; whether it may make the history of people's migrations, or
-- need not; and what it would need the privilege to create in.
select m.may or to_regclass('plumbline.ledger_history') is not null as may_keep,
       m.may or to_regclass('plumbline.flyway_schema_history') is not null as may_begin,
       m.place
  from (select coalesce(has_schema_privilege(n.oid, 'create') and has_schema_privilege(n.oid, 'usage'),
                        has_database_privilege(d.name, 'create')) as may,
               case when n.oid is null then 'database ' || d.name else 'schema plumbline' end as place
          from (select current_database() as name) d
          left join pg_namespace n on n.nspname = 'plumbline') m
