do $$ begin execute format('alter database %I set plpgsql.variable_conflict = use_column', current_database()); end $$;
