do $$ begin execute format('grant create on database %I to anon', current_database()); end $$;
