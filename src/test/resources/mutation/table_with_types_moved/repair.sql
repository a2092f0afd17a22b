alter table spare.rents set schema shop;
alter statistics shop.rents_stats set schema shop;
