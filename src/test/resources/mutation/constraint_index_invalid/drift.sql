update pg_index set indisvalid = false where indexrelid = 'shop.customers_name_key'::regclass;
