create schema quiet_theirs authorization anon;

create publication supabase_realtime;

create publication supabase_realtime_messages_publication;

alter publication supabase_realtime add table shop.orders

create event trigger issue_pg_net_access on ddl_command_end execute function spare.watch()

alter role mutation_spare superuser

alter event trigger issue_pg_net_access owner to mutation_spare

alter role mutation_spare nosuperuser

do $$ begin execute format('alter database %I set statement_timeout = ''1h''', current_database()); end $$

grant execute on function pg_catalog.pg_ls_logdir() to pg_read_all_stats
