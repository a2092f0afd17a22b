drop function shop.plain(integer);
create function shop.plain(a integer) returns bigint language sql as 'select 1';
