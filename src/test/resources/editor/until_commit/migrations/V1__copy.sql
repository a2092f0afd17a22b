create temp table draft on commit drop as select 1 as id;
create table one as select id from draft;
