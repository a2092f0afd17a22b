drop procedure shop.clean(integer);
