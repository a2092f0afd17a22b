-- Two differences: the old name and the new one.
alter index shop.events_2025_what_idx rename to other;
