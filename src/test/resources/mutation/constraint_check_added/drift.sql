alter table shop.customers add constraint odd check (score <> 3);
