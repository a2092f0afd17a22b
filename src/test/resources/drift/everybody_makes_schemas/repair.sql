do $$ begin execute format('revoke create on database %I from public', current_database()); end $$;
