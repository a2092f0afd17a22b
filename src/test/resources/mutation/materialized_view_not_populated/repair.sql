refresh materialized view shop.daily;
