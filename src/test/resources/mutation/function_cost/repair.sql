alter function shop.is_admin(text, text[]) cost 50;
