alter table shop.parcels alter column kind type text;
