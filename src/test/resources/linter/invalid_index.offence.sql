update pg_index set indisvalid = false where indexrelid = 'public.leads_metadata_idx'::regclass;
