do $$
begin
  execute format('revoke create on database %I from mutation_reader', current_database());
end
$$;
