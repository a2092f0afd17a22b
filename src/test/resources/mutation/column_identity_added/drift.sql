alter table shop.pages alter column id add generated always as identity;
