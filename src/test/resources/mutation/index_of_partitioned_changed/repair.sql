drop index shop.events_what_idx;
create index events_what_idx on shop.events (what);
