drop type shop.shift;
create type shop.shift as range (subtype = text, multirange_type_name = shop.shifts, subtype_opclass = text_pattern_ops);
comment on type shop.shift is 'From when to when';
