comment on trigger touch_event on shop.events_2025 is null;
