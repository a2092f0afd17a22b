drop index shop.customers_tags_idx;
