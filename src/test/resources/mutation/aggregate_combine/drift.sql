create or replace aggregate shop.total(integer) (sfunc = shop.add, stype = integer, initcond = '0', msfunc = shop.add, minvfunc = shop.take, mstype = integer, minitcond = '0', parallel = safe);
