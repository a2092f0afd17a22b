alter table shop.events add column who text;
