drop function shop.plain(text);
