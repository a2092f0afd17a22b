alter table shop.lines disable trigger all;
