create function shop.plain(a text) returns integer language sql as 'select 1';
