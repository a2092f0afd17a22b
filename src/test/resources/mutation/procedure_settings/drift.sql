alter procedure shop.clean(integer) set search_path = 'shop';
