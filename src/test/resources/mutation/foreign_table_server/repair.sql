drop foreign table spare.crates;
create foreign table spare.crates (id integer) server barn;
revoke all on spare.crates from mutation_reader;
