-- Two differences: a table is news also where its type is.
create type shop.thing as (a integer);
create table shop.things of shop.thing;
