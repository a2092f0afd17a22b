update pg_index set indisunique = true where indexrelid = 'shop.customers_name_key'::regclass;
