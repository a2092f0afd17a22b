create table booking (id bigint primary key, room integer, "other.room" integer, first_day integer, last_day integer, cancelled boolean not null default false);
create table visit (id bigint primary key, during int4range, place integer) partition by range (id);
create table visit_1 partition of visit for values from (0) to (100);
create table visit_2 partition of visit for values from (100) to (200);
