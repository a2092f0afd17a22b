update item set price = 0 where price is null;
alter table item alter column price set not null;
drop view old;
create table old (id integer);
