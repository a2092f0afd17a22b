create or replace procedure shop.clean(n integer) language plpgsql as 'begin null; end';
