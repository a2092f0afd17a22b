create or replace trigger touch before update on shop.customers for each row execute function shop.touch();
