alter table shop.customers alter column score drop not null;
