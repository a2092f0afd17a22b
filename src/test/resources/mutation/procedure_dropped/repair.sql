create procedure shop.clean(n integer) language plpgsql as 'begin null; end';
comment on procedure shop.clean(integer) is 'Now and then';
