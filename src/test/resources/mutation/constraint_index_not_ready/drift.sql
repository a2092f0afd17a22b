update pg_index set indisready = false where indexrelid = 'shop.customers_name_key'::regclass;
