alter function shop.plain(integer) no depends on extension pg_trgm;
