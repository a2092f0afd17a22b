alter statistics shop.customers_stats owner to mutation_owner;
