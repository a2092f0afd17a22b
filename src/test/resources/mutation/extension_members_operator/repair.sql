alter extension pg_trgm drop operator shop.=== (integer, text);
alter extension pg_trgm drop function shop.same(integer, text);
drop operator shop.=== (integer, text);
drop function shop.same(integer, text);
