alter index shop.events_2025_what_idx reset (fillfactor);
