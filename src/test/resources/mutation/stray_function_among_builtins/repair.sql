drop function pg_catalog.lower(shop.mood);
