alter procedure shop.clean(integer) depends on extension pg_trgm;
