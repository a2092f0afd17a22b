do $$
begin
  execute format('alter role mutation_writer in database %I reset search_path', current_database());
end
$$;
