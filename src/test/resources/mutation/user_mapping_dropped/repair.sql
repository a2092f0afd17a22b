create user mapping for mutation_reader server mill options (user 'miller', password 'another one');
