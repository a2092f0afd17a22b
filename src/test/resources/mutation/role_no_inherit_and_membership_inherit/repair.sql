grant mutation_reader to mutation_writer with inherit true;
alter role mutation_writer inherit;
