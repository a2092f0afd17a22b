create table shop.more (a integer);
alter extension pg_trgm add table shop.more;
