alter table shop.offices of shop.address;
