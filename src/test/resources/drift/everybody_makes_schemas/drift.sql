do $$ begin execute format('grant create on database %I to public', current_database()); end $$;
