alter table shop.measures detach partition shop.measures_1;
