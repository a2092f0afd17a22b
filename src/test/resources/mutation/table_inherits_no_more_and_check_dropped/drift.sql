-- Two differences: the parent, and the check.
alter table shop.cats no inherit shop.animals;
alter table shop.cats drop constraint animals_legs_check;
