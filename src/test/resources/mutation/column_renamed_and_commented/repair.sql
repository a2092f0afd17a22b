comment on column shop.months.title is null;
alter table shop.months rename column title to name;
