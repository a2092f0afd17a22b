create or replace aggregate shop.total(integer) (sfunc = shop.add, stype = integer, initcond = '0', combinefunc = shop.add, parallel = safe);
