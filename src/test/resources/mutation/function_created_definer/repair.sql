drop function shop.other();
