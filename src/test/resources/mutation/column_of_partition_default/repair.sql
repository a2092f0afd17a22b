alter table shop.events_2025 alter column weight set default 1;
