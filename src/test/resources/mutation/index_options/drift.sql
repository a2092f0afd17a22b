alter index shop.customers_score_idx set (fillfactor = 60);
