grant mutation_reader to mutation_writer with set true;
