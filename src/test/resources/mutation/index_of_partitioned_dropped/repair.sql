create index events_what_idx on shop.events (what);
