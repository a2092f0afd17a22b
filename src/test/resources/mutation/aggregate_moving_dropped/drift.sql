create or replace aggregate shop.total(integer) (sfunc = shop.add, stype = integer, initcond = '0', combinefunc = shop.add, finalfunc = shop.twice, parallel = safe);
