alter table shop.events disable trigger touch_event;
