alter table shop.stays_1 enable trigger all;
