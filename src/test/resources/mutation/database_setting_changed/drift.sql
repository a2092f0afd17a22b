do $$ begin execute format('alter database %I set lock_timeout = ''1min''', current_database()); end $$;
