-- Two differences: the partition, and the key.
alter table shop.visits detach partition shop.visits_1;
alter table shop.visits_1 drop constraint visits_1_pkey;
