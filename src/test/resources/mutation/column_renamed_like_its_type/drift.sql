-- Two differences: what was renamed and what it is called now, though its type has the same name.
alter table shop.lodgers rename column room to chamber;
