grant execute on function shop.total(integer) to public;
