-- Two differences: An index that is renamed is gone, and another is there.
alter index shop.customers_tags_idx rename to tags_idx;
