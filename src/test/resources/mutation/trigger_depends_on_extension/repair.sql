alter trigger touch on shop.customers no depends on extension pg_trgm;
