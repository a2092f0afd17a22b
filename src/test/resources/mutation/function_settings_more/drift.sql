alter function shop.is_admin(text, text[]) set role = mutation_owner;
