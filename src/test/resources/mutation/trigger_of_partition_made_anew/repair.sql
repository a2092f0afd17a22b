drop trigger touch_event on shop.events_2025;
alter table shop.events attach partition shop.events_2025 for values from ('2025-01-01') to ('2026-01-01');
