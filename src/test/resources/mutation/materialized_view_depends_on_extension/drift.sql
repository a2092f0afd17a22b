alter materialized view shop.daily depends on extension pg_trgm;
