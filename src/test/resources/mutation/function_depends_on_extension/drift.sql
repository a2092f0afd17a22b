alter function shop.plain(integer) depends on extension pg_trgm;
