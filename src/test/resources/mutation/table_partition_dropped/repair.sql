create table shop.events_2025 partition of shop.events for values from ('2025-01-01') to ('2026-01-01');
