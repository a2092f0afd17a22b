drop type shop.shift;
create type shop.shift as range (subtype = float8, subtype_diff = shop.shift_difference, multirange_type_name = shop.shifts);
comment on type shop.shift is 'From when to when';
