drop materialized view shop.daily;
create materialized view shop.daily with (fillfactor = 70) as
  select o.placed_at::date as day, sum(o.amount) as amount from shop.orders o join shop.customers c on c.id = o.customer_id group by 1;
create unique index daily_day_idx on shop.daily (day);
comment on materialized view shop.daily is 'Every night';
comment on column shop.daily.day is 'In UTC';
grant select on shop.daily to mutation_reader;
