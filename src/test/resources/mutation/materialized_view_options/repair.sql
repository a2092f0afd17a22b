alter materialized view shop.daily set (fillfactor = 70);
