alter table only shop.animals drop constraint animals_legs_check;
