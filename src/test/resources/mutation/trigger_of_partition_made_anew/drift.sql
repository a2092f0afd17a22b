-- Two differences: The table is no partition any more, and has a trigger of its own.
alter table shop.events detach partition shop.events_2025;
create trigger touch_event before delete on shop.events_2025 for each row execute function shop.touch();
