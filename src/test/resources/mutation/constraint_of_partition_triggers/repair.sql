alter table shop.entries_1 enable trigger all;
