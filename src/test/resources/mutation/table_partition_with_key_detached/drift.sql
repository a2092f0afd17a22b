alter table shop.visits detach partition shop.visits_1;
