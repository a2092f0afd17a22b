create table shop.animals (name text not null, legs integer, constraint animals_legs_check check (legs >= 0));
create table shop.cats (lives integer default 9) inherits (shop.animals);
