alter table only shop.events enable trigger touch_event;
