create or replace function shop.parsed() returns numeric language sql
  return (select max(c.score) from shop.customers c join shop.orders o on o.customer_id = c.id);
