alter table shop.customers validate constraint customers_score_check;
