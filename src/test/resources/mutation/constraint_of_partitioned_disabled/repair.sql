alter table shop.entries enable trigger all;
