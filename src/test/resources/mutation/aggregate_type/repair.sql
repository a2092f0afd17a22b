drop aggregate spare.middle(float8, float8);
create aggregate spare.middle(float8 order by float8) (sfunc = spare.gather_one, stype = float8);
