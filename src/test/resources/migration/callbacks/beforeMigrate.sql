create table if not exists told_before as select current_setting('lock_timeout') as lock_timeout, current_setting('search_path') as search_path;
