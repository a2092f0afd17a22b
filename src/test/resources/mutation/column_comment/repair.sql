comment on column shop.customers.note is 'Whatever';
