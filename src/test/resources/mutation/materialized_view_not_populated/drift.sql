refresh materialized view shop.daily with no data;
