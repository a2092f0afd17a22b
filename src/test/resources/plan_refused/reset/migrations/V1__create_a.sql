create table a (id integer);
reset all;
