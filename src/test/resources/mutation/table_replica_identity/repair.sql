alter table shop.orders replica identity full;
