create table spare.sizes (kind integer not null) partition by list (kind);
revoke select on spare.sizes from mutation_reader;
