create or replace view shop.named as
  select m.name, e.month from shop.months m join shop.entries e on e.month = m.month where m.mood = 'so so';
alter table shop.months rename column month to id;
