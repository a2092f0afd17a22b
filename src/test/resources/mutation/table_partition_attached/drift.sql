alter table shop.measures attach partition shop.measures_1 for values in (1);
