do $$ begin execute format('revoke connect on database %I from mutation_writer', current_database()); end $$;
