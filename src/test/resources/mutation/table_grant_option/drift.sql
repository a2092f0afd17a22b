grant select on shop.customers to mutation_reader with grant option;
