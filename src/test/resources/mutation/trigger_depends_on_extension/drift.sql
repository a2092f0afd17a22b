alter trigger touch on shop.customers depends on extension pg_trgm;
