-- Two differences: A constraint that is renamed is gone, and another is there.
alter table shop.customers rename constraint customers_name_key to name_key;
