alter table shop.events_2025 alter column what drop not null;
