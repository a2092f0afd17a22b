refresh materialized view shop.unfilled;
