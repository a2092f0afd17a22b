create trigger touch_more after delete on shop.events for each row execute function shop.touch();
