-- Two differences: A function with other arguments is another function.
drop function shop.plain(integer);
create function shop.plain(a bigint) returns integer language sql as 'select 1';
