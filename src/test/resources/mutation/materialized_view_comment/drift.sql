comment on materialized view shop.daily is null;
