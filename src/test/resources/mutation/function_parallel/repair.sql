alter function shop.is_admin(text, text[]) parallel safe;
