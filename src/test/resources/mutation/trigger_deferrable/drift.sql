drop trigger check_later on shop.orders;
create constraint trigger check_later after insert on shop.orders for each row execute function shop.touch();
