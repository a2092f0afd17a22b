create user mapping for public server mill;
