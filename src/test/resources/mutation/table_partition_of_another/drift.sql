alter table shop.measures detach partition shop.measures_2;
alter table spare.sizes attach partition shop.measures_2 for values in (2);
