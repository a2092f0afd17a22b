alter index shop.events_2025_what_idx set (fillfactor = 50);
