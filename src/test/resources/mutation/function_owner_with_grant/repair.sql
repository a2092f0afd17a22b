alter function shop.is_admin(text, text[]) owner to current_user;
grant execute on function shop.is_admin(text, text[]) to mutation_writer;
