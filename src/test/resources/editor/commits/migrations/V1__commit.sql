begin;
create table half (id integer);
commit;
create table rest (id integer);
