grant execute on function shop.plain(integer) to public;
