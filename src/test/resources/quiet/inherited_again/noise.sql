-- What a child has from its parent is the same when it becomes a child again, and now its own as well.
alter table shop.cats no inherit shop.animals;
alter table shop.cats inherit shop.animals;
