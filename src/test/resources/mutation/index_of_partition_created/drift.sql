create index other on shop.events_2025 (weight);
