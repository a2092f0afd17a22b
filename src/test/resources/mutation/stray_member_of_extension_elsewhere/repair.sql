alter extension pg_trgm drop view spare.hidden;
drop view spare.hidden;
