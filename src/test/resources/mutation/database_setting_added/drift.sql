do $$ begin execute format('alter database %I set row_security = off', current_database()); end $$;
