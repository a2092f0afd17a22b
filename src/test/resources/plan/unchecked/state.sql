insert into booking (room) values (0), (null);
