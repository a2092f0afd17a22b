update pg_index set indisvalid = true where indexrelid = 'shop.customers_name_key'::regclass;
