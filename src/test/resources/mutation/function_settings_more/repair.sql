alter function shop.is_admin(text, text[]) reset role;
