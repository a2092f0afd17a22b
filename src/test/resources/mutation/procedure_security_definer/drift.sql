alter procedure shop.clean(integer) security definer;
