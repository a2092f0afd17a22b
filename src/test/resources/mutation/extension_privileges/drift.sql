revoke execute on function shop.similarity(text, text) from public;
