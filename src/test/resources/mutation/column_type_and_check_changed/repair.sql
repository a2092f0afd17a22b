alter table shop.counted drop constraint counted_check;
alter table shop.counted alter column n type bigint;
alter table shop.counted add constraint counted_check check (n::integer > 0);
