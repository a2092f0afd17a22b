update pg_index set indisvalid = true where indexrelid = 'shop.customers_email_idx'::regclass;
