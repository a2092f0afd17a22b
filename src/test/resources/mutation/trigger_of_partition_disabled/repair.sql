alter table shop.events_2025 enable trigger touch_event;
