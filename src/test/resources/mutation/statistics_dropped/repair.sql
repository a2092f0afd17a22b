create statistics shop.customers_stats (ndistinct, dependencies) on name, score from shop.customers;
comment on statistics shop.customers_stats is 'They go together';
