alter table shop.orders add constraint orders_overlap exclude using gist (during with &&);
