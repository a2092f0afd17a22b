-- Three differences: the index would be on the table under its other name, and is not.
drop index shop.months_name_idx;
alter table shop.months rename to moons;
