alter table shop.orders drop constraint orders_amount_key;
alter table shop.orders add constraint orders_amount_key unique (amount, placed_at) deferrable initially deferred;
