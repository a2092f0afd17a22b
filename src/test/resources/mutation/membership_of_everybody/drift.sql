grant mutation_writer to anon;
