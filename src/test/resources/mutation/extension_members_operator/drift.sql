create function shop.same(integer, text) returns boolean language sql as 'select true';
create operator shop.=== (function = shop.same, leftarg = integer, rightarg = text);
alter extension pg_trgm add function shop.same(integer, text);
alter extension pg_trgm add operator shop.=== (integer, text);
