do $$ begin execute format('alter role current_user in database %I reset search_path', current_database()); end $$;
