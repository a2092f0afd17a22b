drop user mapping for mutation_reader server mill;
