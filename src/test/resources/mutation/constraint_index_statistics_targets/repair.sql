alter index shop.parcels_room_excl alter column 1 set statistics -1;
