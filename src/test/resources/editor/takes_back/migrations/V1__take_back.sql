create table gone (id integer);
rollback;
create table half (id integer);
set local search_path = pg_catalog;
commit;
create table rest (id integer);
-- it has been said already
rollback;
