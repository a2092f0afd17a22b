comment on statistics shop.customers_stats is null;
