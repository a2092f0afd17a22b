-- Two differences: the type, and the check.
alter table shop.counted alter column n type numeric;
alter table shop.counted drop constraint counted_check;
alter table shop.counted add constraint counted_check check (n > 0);
