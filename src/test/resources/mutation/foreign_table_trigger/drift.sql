create trigger t before insert on shop.sacks for each row execute function shop.touch();
