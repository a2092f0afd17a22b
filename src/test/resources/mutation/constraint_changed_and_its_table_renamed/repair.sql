alter table shop.moons rename to months;
alter table shop.months drop constraint months_name_check;
alter table shop.months add constraint months_name_check check (name <> '' or mood <> 'so so');
