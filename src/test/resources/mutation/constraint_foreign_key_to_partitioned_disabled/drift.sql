alter table shop.stays disable trigger all;
