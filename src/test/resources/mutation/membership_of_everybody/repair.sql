revoke mutation_writer from anon;
