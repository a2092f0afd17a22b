alter table shop.cats drop constraint animals_legs_check;
alter table shop.animals add constraint animals_legs_check check (legs >= 0);
