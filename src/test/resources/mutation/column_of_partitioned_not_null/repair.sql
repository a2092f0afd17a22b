alter table shop.events alter column what drop not null;
