drop function shop.touch() cascade;
