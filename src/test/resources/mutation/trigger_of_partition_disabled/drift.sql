alter table shop.events_2025 disable trigger touch_event;
