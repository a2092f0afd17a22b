alter index shop.customers_score_idx no depends on extension pg_trgm;
