grant execute on function shop.is_admin(text, text[]) to mutation_writer;
