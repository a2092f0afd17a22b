grant execute on function shop.similarity(text, text) to public;
