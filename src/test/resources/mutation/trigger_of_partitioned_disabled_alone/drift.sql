alter table only shop.events disable trigger touch_event;
