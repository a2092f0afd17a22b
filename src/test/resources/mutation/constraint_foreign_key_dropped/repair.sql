alter table shop.orders add foreign key (customer_id) references shop.customers on delete cascade;
