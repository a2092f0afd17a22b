drop materialized view shop.other;
