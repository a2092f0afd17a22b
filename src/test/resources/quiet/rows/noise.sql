insert into shop.customers (name, email, score) select i::text, i || '@b', i from generate_series(1, 100) i;

insert into shop.orders (customer_id, amount) select id, id from shop.customers;

delete from shop.customers where score > 90;

refresh materialized view shop.daily;

select setval('shop.invoice_number', 500);

truncate shop.drafts;

select lo_create(0);
