update pg_index set indisvalid = false where indexrelid = 'shop.events_2025_what_idx'::regclass;
