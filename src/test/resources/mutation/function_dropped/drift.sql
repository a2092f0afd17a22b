drop function shop.plain(integer);
