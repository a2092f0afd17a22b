alter table shop.cats inherit shop.animals;
