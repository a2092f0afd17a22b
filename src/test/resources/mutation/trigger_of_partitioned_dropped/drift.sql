drop trigger touch_event on shop.events;
