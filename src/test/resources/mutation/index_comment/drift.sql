comment on index shop.customers_score_idx is null;
