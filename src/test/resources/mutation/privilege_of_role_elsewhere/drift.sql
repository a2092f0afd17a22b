do $$
begin
  execute format('grant create on database %I to mutation_reader', current_database());
end
$$;
