create table if not exists told_after as select current_setting('lock_timeout') as lock_timeout, current_setting('search_path') as search_path;
do $$
begin
    execute format('create table after_%s ()', (select count(*) from pg_tables where tablename like 'after\_%'));
end
$$;
