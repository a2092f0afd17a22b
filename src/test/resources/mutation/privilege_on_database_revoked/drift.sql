do $$ begin execute format('revoke create on database %I from mutation_writer', current_database()); end $$;
