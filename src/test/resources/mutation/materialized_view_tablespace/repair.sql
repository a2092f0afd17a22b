alter materialized view shop.daily set tablespace pg_default;
