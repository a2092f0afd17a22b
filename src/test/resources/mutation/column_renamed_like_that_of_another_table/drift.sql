-- Two differences: A column that is renamed is gone, and another is there.
alter table shop.lodgers rename column grade to mark;
