alter role mutation_reading rename to mutation_reader;
