revoke execute on function shop.is_admin(text, text[]) from mutation_writer;
