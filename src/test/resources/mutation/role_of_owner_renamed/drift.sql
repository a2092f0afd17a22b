-- Two differences: the old name and the new one.
alter role mutation_owner rename to mutation_owning;
