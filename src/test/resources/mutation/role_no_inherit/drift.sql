alter role mutation_owner noinherit;
