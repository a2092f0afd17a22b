alter index shop.customers_name_key no depends on extension pg_trgm;
