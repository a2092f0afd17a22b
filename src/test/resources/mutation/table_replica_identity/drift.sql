alter table shop.orders replica identity nothing;
