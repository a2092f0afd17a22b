do $$ begin execute format('alter database %I set "app.jwt_secret" = ''another one, not to be read''', current_database()); end $$;
