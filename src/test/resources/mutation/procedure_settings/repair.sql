alter procedure shop.clean(integer) reset search_path;
