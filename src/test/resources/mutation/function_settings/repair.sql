alter function shop.is_admin(text, text[]) set search_path = '';
