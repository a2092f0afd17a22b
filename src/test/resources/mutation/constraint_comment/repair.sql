comment on constraint customers_score_check on shop.customers is 'No debts';
