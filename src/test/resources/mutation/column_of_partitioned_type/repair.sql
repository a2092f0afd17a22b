alter table shop.events alter column weight type integer;
