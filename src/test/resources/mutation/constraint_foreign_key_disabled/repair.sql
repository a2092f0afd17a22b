alter table shop.lines enable trigger all;
