create index concurrently item_name_idx on ${shop}.item (name);
vacuum ${shop}.item;
