alter index shop.customers_score_idx reset (fillfactor);
