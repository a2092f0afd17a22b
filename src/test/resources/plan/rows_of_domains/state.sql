insert into rate values (1, 50, null), (2, 500, 7), (3, null, -1), (4, -4, -1);
insert into town values (1, 'a'), (2, null);
