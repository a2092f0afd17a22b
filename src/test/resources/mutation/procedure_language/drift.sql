create or replace procedure shop.clean(n integer) language sql as 'select 1';
