create temporary table customers (id serial primary key, name text unique);

create temporary view best as select * from pg_temp.customers;

create temporary sequence counter;

create index on pg_temp.customers (name);

create function pg_temp.f() returns integer language sql as 'select 1';

create temporary table child () inherits (shop.animals);

create trigger t before insert on pg_temp.customers for each row execute function shop.touch();

create type pg_temp.mood as enum ('odd');

create domain pg_temp.d as text check (value <> '');

alter table pg_temp.customers enable row level security;

create policy p on pg_temp.customers;

create rule r as on delete to pg_temp.customers do instead nothing;

create statistics pg_temp.s on id, name from pg_temp.customers;
