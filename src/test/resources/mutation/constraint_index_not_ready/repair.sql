update pg_index set indisready = true where indexrelid = 'shop.customers_name_key'::regclass;
