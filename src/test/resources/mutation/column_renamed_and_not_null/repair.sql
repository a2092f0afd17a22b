alter table shop.months alter column title drop not null;
alter table shop.months rename column title to name;
