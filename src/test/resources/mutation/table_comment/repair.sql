comment on table shop.customers is 'Who buys';
