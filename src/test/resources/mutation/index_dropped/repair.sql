create index customers_tags_idx on shop.customers using gin (tags);
