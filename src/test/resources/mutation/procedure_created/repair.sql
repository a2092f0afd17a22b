drop procedure shop.other();
