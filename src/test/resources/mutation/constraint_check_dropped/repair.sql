alter table shop.customers add constraint customers_score_check check (score >= 0);
comment on constraint customers_score_check on shop.customers is 'No debts';
