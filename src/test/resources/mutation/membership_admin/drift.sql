grant mutation_reader to mutation_writer with admin option;
