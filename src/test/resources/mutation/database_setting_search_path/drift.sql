do $$ begin execute format('alter database %I set search_path = mutation_spare, public', current_database()); end $$;
