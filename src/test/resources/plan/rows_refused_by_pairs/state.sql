insert into booking values (1, 1, 7, 1, 3, false), (2, 1, 8, 2, 4, false), (3, 1, 7, 3, 5, true), (4, 2, null, 1, 3, false), (5, null, null, 1, null, false), (6, null, 9, 1, null, false);
insert into visit values (1, '[1,2]', null), (101, '[1,2]', null);
analyze booking, visit;
