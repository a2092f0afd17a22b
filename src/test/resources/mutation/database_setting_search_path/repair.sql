do $$ begin execute format('alter database %I reset search_path', current_database()); end $$;
