create schema shop;
create table shop.item (id integer primary key, note text); -- the semicolon is not the end
set search_path to shop;
create table note (id integer);
set role pg_database_owner;
reset role
-- nothing more
