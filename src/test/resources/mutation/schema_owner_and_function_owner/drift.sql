-- Two differences: who gets a schema gets nothing that is in it.
alter schema shop owner to mutation_owner;
alter function shop.plain(integer) owner to mutation_owner;
