update pg_index set indisunique = false where indexrelid = 'shop.customers_name_key'::regclass;
