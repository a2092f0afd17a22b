drop statistics shop.customers_stats;
create statistics shop.customers_stats (ndistinct, dependencies) on name, (score * 2) from shop.customers;
comment on statistics shop.customers_stats is 'They go together';
