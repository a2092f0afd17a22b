do $$ begin execute format('create table %I ()', 'with_' || current_setting('work_mem')); end $$;
