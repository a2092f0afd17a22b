alter table shop.moons rename to months;
create index months_name_idx on shop.months (name) where mood = 'so so';
