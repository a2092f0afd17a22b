create aggregate shop.other(integer) (sfunc = shop.add, stype = integer);
