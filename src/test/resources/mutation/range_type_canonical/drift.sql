-- Two differences: The function that makes values canonical has the type as its argument.
drop type shop.days;
create type shop.days;
create function spare.canonical(shop.days) returns shop.days language internal immutable strict as 'daterange_canonical';
create type shop.days as range (subtype = date, canonical = spare.canonical);
