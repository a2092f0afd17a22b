-- What belongs to the database and is not copied with it.
do $$
begin
  execute format('alter database %I set lock_timeout = ''4s''', current_database());
  execute format('alter database %I set "app.jwt_secret" = ''not to be read''', current_database());
  execute format('alter role mutation_reader in database %I set idle_session_timeout = ''9min''', current_database());
  execute format('grant create on database %I to mutation_writer', current_database());
end
$$;
