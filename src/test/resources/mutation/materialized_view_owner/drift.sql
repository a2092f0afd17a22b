revoke all on shop.daily from mutation_reader;
grant select on shop.daily to mutation_reader;
alter materialized view shop.daily owner to mutation_owner;
