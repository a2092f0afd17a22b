-- Two differences: A transform has a function of its own.
create function spare.from_sql(internal) returns internal language internal immutable as 'int4abs';
create transform for integer language sql (from sql with function spare.from_sql(internal));
create or replace function shop.plain(a integer) returns integer transform for type integer language sql as 'select 1';
