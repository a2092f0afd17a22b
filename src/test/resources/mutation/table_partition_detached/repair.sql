alter table shop.measures attach partition shop.measures_2 for values in (2);
