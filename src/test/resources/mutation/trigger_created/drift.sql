create trigger other after delete on shop.customers for each statement execute function shop.touch();
