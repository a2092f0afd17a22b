comment on column shop.customers.note is null;
