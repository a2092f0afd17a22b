create or replace procedure shop.clean(n integer) language plpgsql as 'begin perform 1; end';
