alter table shop.cats add constraint animals_legs_check check (legs >= 0);
alter table shop.cats inherit shop.animals;
