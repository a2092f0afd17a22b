alter index shop.customers_name_key set tablespace pg_default;
