create type shop.mood as enum ('glad', 'so so', 'it''s bad');
comment on type shop.mood is 'How it went';
grant usage on type shop.mood to mutation_reader;
alter table shop.customers add column mood shop.mood default 'glad';
