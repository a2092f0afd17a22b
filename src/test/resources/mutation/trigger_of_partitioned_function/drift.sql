drop trigger touch_event on shop.events;
create trigger touch_event after insert on shop.events for each row execute function tools.stamp();
