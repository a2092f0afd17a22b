update pg_index set indisvalid = false where indexrelid = 'shop.customers_score_idx'::regclass;
