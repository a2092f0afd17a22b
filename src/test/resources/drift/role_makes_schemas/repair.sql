do $$ begin execute format('revoke create on database %I from anon', current_database()); end $$;
