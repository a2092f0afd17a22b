create view spare.hidden as select 1 as one;
alter extension pg_trgm add view spare.hidden;
