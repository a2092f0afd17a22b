alter table shop.orders owner to mutation_owner;
