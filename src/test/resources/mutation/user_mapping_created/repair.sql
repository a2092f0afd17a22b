drop user mapping for public server mill;
