create table keyword ("as" integer);
create view seen as select "as" from keyword;
create table a (id integer primary key);
create table b (a integer constraint b_a_fkey references a, other integer references a, spare integer);
create table e (a integer references a);
create schema room;
create table room.chair (id integer);
create domain positive as integer;
