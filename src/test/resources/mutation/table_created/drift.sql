create table shop.other (id serial primary key, t text check (t <> ''));
create index on shop.other (t);
