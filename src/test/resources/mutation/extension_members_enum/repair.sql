alter extension pg_trgm drop type shop.hidden;
drop type shop.hidden;
