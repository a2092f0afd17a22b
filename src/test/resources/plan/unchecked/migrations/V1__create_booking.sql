create table booking (id bigint generated always as identity primary key, room integer, during int4range, code text collate "C");
