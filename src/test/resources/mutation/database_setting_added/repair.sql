do $$ begin execute format('alter database %I reset row_security', current_database()); end $$;
