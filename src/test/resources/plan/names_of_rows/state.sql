-- Each table has a type of its own name, and each range a second.
create table item (id integer);
create type wide as range (subtype = integer, multirange_type_name = size);
