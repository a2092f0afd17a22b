create table shop.animals (name text not null, legs integer);
create table shop.cats (lives integer default 9) inherits (shop.animals);
