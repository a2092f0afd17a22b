drop materialized view shop.daily;
