alter index shop.customers_name_key set (fillfactor = 60);
