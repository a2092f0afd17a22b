comment on procedure shop.clean(integer) is null;
