create schema shop;
create view shop.item as select 1 as id;
create domain shop.colour as text;
