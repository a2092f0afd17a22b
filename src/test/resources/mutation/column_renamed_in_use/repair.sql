alter table shop.months rename column title to name;
