do $$ begin execute format('alter role mutation_reader in database %I set idle_session_timeout = ''9min''', current_database()); end $$;
