do $$
begin
  execute format('alter database %I owner to %I', current_database(), current_user);
end
$$;
