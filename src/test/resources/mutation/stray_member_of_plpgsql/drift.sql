create function shop.hidden() returns integer language sql as 'select 1';
alter extension plpgsql add function shop.hidden();
