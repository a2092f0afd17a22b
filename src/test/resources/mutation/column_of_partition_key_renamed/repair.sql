alter table shop.events rename column day to at;
