alter table booking add constraint booking_room_excl exclude using gist (int4range(room, room, '[]') with &&, int4range(first_day, last_day) with &&) where (not cancelled);
alter table booking add constraint booking_other_excl exclude ("other.room" with =);
alter table booking add constraint booking_id_excl exclude (id with =) deferrable initially deferred;
alter table booking add constraint booking_room_key unique nulls not distinct (room, first_day) include (last_day);
create unique index booking_last_day_idx on booking (last_day desc) nulls not distinct where not cancelled;
alter table booking add constraint booking_first_day_key unique (first_day, room);
alter table visit add constraint visit_place_key unique nulls not distinct (id, place);
