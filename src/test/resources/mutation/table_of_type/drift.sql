alter table shop.offices not of;
