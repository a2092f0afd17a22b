drop foreign table spare.crates;
create foreign table spare.crates (id integer) server mill;
revoke all on spare.crates from mutation_reader;
