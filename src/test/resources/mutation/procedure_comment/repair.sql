comment on procedure shop.clean(integer) is 'Now and then';
