insert into task values ('stuck');
