-- Two differences: the partition, and the index.
alter table shop.visits detach partition shop.visits_1;
create index mine on shop.visits_1 (id);
