alter table shop.stays enable trigger all;
