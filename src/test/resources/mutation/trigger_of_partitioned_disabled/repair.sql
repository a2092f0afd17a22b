alter table shop.events enable trigger touch_event;
