alter materialized view shop.daily alter column day set statistics 400;
