do $$ begin execute format('revoke create, temporary on database %I from public, migrator', current_database()); end $$;
revoke create on schema public from migrator;
revoke references, trigger on auth.users from migrator;
