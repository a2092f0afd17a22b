comment on index shop.customers_score_idx is 'For the list of the best';
