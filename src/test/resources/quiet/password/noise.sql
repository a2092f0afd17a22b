alter role mutation_reader password 'not to be read';

alter role mutation_reader password null;
