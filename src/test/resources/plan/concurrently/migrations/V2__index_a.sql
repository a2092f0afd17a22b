create unique index concurrently a_id_idx on a (id);
