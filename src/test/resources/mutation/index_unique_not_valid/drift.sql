update pg_index set indisvalid = false where indexrelid = 'shop.customers_email_idx'::regclass;
