alter materialized view shop.daily no depends on extension pg_trgm;
