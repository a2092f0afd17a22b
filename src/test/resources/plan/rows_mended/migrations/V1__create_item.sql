create table item (id integer primary key, price numeric);
create view old as select id from item;
