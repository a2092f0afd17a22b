alter table shop.parcels alter column kind type varchar(5);
alter table shop.parcels drop constraint parcels_kind_check;
alter table shop.parcels add constraint parcels_kind_check check (kind in ('a', 'b'));
