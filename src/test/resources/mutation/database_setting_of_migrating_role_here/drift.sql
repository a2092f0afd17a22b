do $$ begin execute format('alter role current_user in database %I set search_path = mutation_spare', current_database()); end $$;
