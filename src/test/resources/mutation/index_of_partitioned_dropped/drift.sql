drop index shop.events_what_idx;
