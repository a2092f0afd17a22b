create schema shop;
create table shop.item (id integer primary key);
create type shop.colour as enum ('red', 'blue');
create view shop.items as select id from shop.item;
create index item_idx on shop.item (id);
