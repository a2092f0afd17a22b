alter procedure shop.clean(integer) no depends on extension pg_trgm;
