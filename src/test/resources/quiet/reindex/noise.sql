reindex schema shop;

reindex index concurrently shop.customers_score_idx;
