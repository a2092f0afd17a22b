drop function shop.price(shop.room);
alter table shop.lodgers alter room drop default;
alter table shop.lodgers alter room type text;
drop type shop.room;
create type shop.room as enum ('small', 'large');
alter table shop.lodgers alter room type shop.room using room::shop.room;
alter table shop.lodgers alter room set default 'small';
create function shop.price(room shop.room) returns integer language sql as 'select 1';
