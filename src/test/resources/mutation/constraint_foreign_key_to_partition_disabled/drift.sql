alter table shop.stays_1 disable trigger all;
