do $$
begin
  execute format('alter role mutation_writer in database %I set search_path = spare', current_database());
end
$$;
