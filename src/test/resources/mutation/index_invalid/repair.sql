update pg_index set indisvalid = true where indexrelid = 'shop.customers_score_idx'::regclass;
