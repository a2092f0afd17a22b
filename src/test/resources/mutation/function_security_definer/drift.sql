alter function shop.is_admin(text, text[]) security invoker;
