set search_path = shop;
create table note (id integer);
