alter index shop.customers_name_key depends on extension pg_trgm;
