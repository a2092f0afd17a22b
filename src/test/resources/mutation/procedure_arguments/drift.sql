create or replace procedure shop.clean(n integer default 1) language plpgsql as 'begin null; end';
