alter table shop.customers drop column doubled;
alter table shop.customers add column doubled numeric generated always as (score * 2) stored;
