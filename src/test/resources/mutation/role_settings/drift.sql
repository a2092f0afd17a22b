alter role mutation_reader set search_path = 'shop';
