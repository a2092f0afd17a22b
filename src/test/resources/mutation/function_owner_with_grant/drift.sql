alter function shop.is_admin(text, text[]) owner to mutation_writer;
