-- Three differences: the view names another column of that name than the one that was renamed.
alter table shop.months rename column id to month;
create or replace view shop.named as
  select m.name, e.month from shop.months m join shop.entries e on e.month = e.month where m.mood = 'so so';
