drop type shop.days cascade;
create type shop.days as range (subtype = date);
