alter table shop.customers drop constraint customers_score_check;
