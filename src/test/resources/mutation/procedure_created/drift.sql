create procedure shop.other() language sql as 'select 1';
