alter trigger touch_all on shop.events rename to touch_event;
