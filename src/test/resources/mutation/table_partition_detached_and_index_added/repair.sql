drop index shop.mine;
alter table shop.visits attach partition shop.visits_1 for values from (1) to (10);
