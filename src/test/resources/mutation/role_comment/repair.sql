comment on role mutation_reader is 'Reads';
