set local work_mem = '5MB';
create table one (id integer);
