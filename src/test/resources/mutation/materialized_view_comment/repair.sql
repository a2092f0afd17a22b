comment on materialized view shop.daily is 'Every night';
