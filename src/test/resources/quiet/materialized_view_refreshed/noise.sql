refresh materialized view concurrently shop.daily;
