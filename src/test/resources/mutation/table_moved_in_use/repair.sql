alter table spare.months set schema shop;
