alter table shop.pages disable trigger all;
