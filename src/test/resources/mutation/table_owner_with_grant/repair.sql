alter table shop.customers owner to current_user;
grant select on shop.customers to mutation_reader;
grant update (note) on shop.customers to mutation_reader;
