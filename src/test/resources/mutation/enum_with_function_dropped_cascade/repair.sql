create type shop.room as enum ('small', 'large');
alter table shop.lodgers add room shop.room default 'small';
create function shop.price(room shop.room) returns integer language sql as 'select 1';
