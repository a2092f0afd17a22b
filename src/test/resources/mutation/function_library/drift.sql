create or replace function shop.native(integer) returns integer language c as '$libdir/autoinc', 'autoinc';
