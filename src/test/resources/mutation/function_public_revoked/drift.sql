revoke execute on function shop.plain(integer) from public;
