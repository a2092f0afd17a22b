alter table shop.events alter column weight set default 2;
