create type shop.hidden as enum ('a');
alter extension pg_trgm add type shop.hidden;
