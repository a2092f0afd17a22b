alter table shop.parcels alter column id type bigint;
