alter index shop.other rename to events_2025_what_idx;
