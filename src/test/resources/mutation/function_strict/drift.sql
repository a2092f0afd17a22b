alter function shop.is_admin(text, text[]) called on null input;
