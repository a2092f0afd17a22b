do $$ begin execute format('grant connect on database %I to mutation_writer', current_database()); end $$;
