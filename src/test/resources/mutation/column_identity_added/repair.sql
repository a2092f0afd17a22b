alter table shop.pages alter column id drop identity;
