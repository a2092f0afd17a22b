insert into a values (10);
