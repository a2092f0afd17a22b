alter table shop.cats no inherit shop.animals;
