alter materialized view shop.daily set tablespace mutation_space;
