comment on index shop.events_2025_what_idx is 'Mine';
