alter table shop.customers rename constraint name_key to customers_name_key;
