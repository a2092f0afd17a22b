create or replace view shop.items as select id, 'a;b' as text from shop.item;
