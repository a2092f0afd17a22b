create schema "no 'one'";
revoke all on schema "no 'one'" from mutation_reader;
