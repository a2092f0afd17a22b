alter index shop.customers_score_idx depends on extension pg_trgm;
