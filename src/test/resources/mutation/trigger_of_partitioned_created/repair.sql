drop trigger touch_more on shop.events;
