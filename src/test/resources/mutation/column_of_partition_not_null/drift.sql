alter table shop.events_2025 alter column what set not null;
