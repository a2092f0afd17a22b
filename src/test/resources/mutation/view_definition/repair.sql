create or replace view shop.best with (security_invoker = true) as
  select c.id, c.name, o.amount from shop.customers c join shop.orders o on o.customer_id = c.id where c.score > 50;
