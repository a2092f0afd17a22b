drop trigger check_later on shop.orders;
