alter function shop.similarity(text, text) owner to current_user;
