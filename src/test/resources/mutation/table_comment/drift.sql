comment on table shop.customers is 'Who sells';
