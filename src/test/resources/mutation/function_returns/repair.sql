drop function shop.plain(integer);
create function shop.plain(a integer) returns integer language sql as 'select 1';
