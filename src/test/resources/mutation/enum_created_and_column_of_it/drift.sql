-- Two differences: a new type adds no column to a table.
create type shop.flavor as enum ('sweet');
alter table shop.audit add column flavor shop.flavor;
