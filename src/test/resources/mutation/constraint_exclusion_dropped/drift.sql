alter table shop.orders drop constraint orders_overlap;
