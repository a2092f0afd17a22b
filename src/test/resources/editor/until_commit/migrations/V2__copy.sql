create temp table draft on commit drop as select 2 as id;
create table two as select id from draft;
