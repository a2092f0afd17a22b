alter table shop.customers alter column name drop default;
