alter role mutation_reader reset "app.api_key";
