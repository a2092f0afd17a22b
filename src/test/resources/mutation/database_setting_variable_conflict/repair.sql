do $$ begin execute format('alter database %I reset plpgsql.variable_conflict', current_database()); end $$;
