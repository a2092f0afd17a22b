select count(*) from note;
insert into note (body) select body from note;
