alter table spare.plots set schema shop;
