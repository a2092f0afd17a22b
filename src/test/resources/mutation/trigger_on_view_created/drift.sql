create trigger other instead of insert on shop.best for each row execute function shop.touch();
