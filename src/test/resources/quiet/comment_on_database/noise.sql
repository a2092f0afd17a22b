do $$ begin execute format('comment on database %I is ''A database''', current_database()); end $$;
