alter table shop.pages enable trigger all;
