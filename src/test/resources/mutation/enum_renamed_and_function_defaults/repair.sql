alter type shop.chamber rename to room;
drop function shop.price(shop.room);
create function shop.price(room shop.room) returns integer language sql as 'select 1';
