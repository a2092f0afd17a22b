alter table shop.counted alter column n type bigint;
