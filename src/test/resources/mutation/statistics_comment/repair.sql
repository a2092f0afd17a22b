comment on statistics shop.customers_stats is 'They go together';
