alter table shop.counted alter column n type numeric;
