-- Two differences: a new table adds no constraint to another.
create table shop.shelves (id text primary key);
alter table shop.audit add constraint audit_shelf_fkey foreign key (line) references shop.shelves (id) not valid;
