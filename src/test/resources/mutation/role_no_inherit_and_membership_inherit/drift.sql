-- Two differences: the role, and the membership.
alter role mutation_writer noinherit;
grant mutation_reader to mutation_writer with inherit false;
