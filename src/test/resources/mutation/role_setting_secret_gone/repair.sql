alter role mutation_reader set "app.api_key" = 'another one, not to be read';
