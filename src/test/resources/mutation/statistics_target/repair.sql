alter statistics shop.customers_stats set statistics -1;
