alter table shop.customers add constraint customers_pkey primary key (id);
alter table shop.customers add constraint customers_parent_fkey foreign key (parent_id) references shop.customers on delete set null;
alter table shop.orders add foreign key (customer_id) references shop.customers on delete cascade;
