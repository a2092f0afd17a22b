alter index shop.tags_idx rename to customers_tags_idx;
