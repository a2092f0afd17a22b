alter materialized view shop.daily alter column day set (n_distinct = 5);
