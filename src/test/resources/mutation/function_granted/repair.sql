revoke execute on function shop.is_admin(text, text[]) from public;
