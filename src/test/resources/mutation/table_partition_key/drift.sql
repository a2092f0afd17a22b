drop table shop.steps;
create table shop.steps (a integer, b integer) partition by hash (b);
