alter table shop.plots set unlogged;
