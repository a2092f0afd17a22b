alter table shop.customers replica identity default;
