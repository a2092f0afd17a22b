drop statistics shop.customers_stats;
