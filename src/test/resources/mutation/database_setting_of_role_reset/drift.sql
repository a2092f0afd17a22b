do $$ begin execute format('alter role mutation_reader in database %I reset all', current_database()); end $$;
