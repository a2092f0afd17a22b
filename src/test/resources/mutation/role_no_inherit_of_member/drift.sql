alter role mutation_writer noinherit;
