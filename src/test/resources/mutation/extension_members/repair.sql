alter extension pg_trgm drop table shop.more;
drop table shop.more;
