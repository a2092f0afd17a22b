insert into item values (1, 2), (2, 0);
analyze item;
