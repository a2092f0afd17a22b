insert into day values ('bad');
