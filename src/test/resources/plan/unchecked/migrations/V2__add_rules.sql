alter table booking add constraint booking_code_excl exclude (code text_pattern_ops with =);
alter table booking add constraint booking_room_key unique nulls not distinct (room);
create unique index booking_code_idx on booking (code text_pattern_ops);
alter table booking add constraint booking_room_check check (1 / room > 0);
alter table booking add constraint booking_id_check check (id > 0) not valid;
