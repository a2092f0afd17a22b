update pg_index set indisvalid = true where indexrelid = 'shop.events_2025_what_idx'::regclass;
