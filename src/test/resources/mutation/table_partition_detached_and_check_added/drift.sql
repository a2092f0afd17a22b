-- Two differences: the partition, and the check.
alter table shop.visits detach partition shop.visits_1;
alter table shop.visits_1 add constraint mine check (id <> 3);
