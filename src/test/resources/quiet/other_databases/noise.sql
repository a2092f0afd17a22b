create database quiet_neighbour;

comment on database quiet_neighbour is 'Loud';

alter database quiet_neighbour set work_mem = '1MB';

drop database quiet_neighbour;
