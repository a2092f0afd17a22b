alter table shop.customers replica identity using index customers_pkey;
