-- One row: what of the server and the role matters before a run.
-- slots: connections that are still to be had by this role in this database; null where there is no limit.
select current_user as role,
       pg_is_in_recovery() as standby,
       current_setting('default_transaction_read_only') = 'on' as "readOnly",
       has_database_privilege(current_database(), 'create') as database,
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as createrole,
       (select rolsuper from pg_roles where rolname = current_user) as superuser,
       current_setting('supautils.privileged_role', true) is not null as hosted,
       current_schema() as schema,
       least(current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer
               - (select count(*) from pg_stat_activity where backend_type = 'client backend'),
             (select nullif(datconnlimit, -1) from pg_database where datname = current_database())
               - (select count(*) from pg_stat_activity where datname = current_database()),
             (select nullif(rolconnlimit, -1) from pg_roles where rolname = current_user)
               - (select count(*) from pg_stat_activity where usename = current_user))::integer as slots
