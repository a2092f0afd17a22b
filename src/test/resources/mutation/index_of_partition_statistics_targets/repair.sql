alter index shop.events_2025_length_idx alter column 1 set statistics -1;
