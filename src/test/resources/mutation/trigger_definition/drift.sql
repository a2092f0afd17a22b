create or replace trigger touch before update of name on shop.customers for each row execute function shop.touch();
