alter table p attach partition n for values in (2);
alter table p detach partition q;
create table p3 partition of p for values in (3);
drop table p1;
alter table without detach partition without_1;
