do $$ begin execute format('grant create on database %I to mutation_writer', current_database()); end $$;
