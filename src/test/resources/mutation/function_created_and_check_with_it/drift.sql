-- Two differences: a new function adds no constraint to a table.
create function shop.never(line text) returns boolean language sql immutable as 'select false';
alter table shop.audit add constraint audit_check check (shop.never(line)) not valid;
