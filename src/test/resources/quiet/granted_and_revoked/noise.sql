grant select on shop.audit to mutation_reader;

revoke select on shop.audit from mutation_reader;

alter default privileges grant select on tables to mutation_reader;

alter default privileges revoke select on tables from mutation_reader;
