alter table shop.keyed replica identity default;
