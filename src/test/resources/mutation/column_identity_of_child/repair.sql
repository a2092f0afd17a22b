alter table shop.numbers_kept alter column id set generated always;
