-- Four differences: the constraint would be the same on the table under its other name, and is not.
alter table shop.months drop constraint months_name_check;
alter table shop.months add constraint months_name_check check (name <> '');
alter table shop.months rename to moons;
