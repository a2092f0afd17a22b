alter table shop.orders drop constraint orders_customer_id_fkey;
alter table shop.orders add foreign key (customer_id) references shop.customers on delete cascade;
