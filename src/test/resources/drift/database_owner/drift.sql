do $$
begin
  execute format('alter database %I owner to anon', current_database());
end
$$;
