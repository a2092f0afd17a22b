-- Two differences: the old name and the new one.
alter role mutation_reader rename to mutation_reading;
