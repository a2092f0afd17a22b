alter statistics shop.customers_stats owner to postgres;
