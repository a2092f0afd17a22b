alter table shop.events alter column what set not null;
