do $$ begin execute format('alter database %I set lock_timeout = ''4s''', current_database()); end $$;
