drop function shop.plain(integer);
drop transform for integer language sql;
create function shop.plain(a integer) returns integer language sql as 'select 1';
drop function spare.from_sql(internal);
