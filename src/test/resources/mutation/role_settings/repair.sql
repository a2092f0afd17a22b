alter role mutation_reader reset search_path;
