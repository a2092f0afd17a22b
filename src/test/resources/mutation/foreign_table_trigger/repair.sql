drop trigger t on shop.sacks;
