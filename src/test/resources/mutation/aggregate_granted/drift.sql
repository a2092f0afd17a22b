revoke execute on function shop.total(integer) from public;
