create table shop.other (id integer);
grant select on shop.other to public;
