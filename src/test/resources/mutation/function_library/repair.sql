create or replace function shop.native(integer) returns integer language internal as 'int4abs';
