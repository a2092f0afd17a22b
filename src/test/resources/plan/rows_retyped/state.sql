insert into town values ('a'), ('b'), ('b');
insert into street values ('a', '1', 1, 1), ('c', 'one', 5000000000, 1);
