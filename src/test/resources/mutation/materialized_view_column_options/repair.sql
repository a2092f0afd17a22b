alter materialized view shop.daily alter column day reset (n_distinct);
