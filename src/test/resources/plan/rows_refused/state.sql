insert into customer values (1, 'a@example.com'), (2, 'A@example.com'), (3, 'c@example.com'), (4, 'c@example.com'), (5, null);
insert into "order" (customer, price, "Note") values (1, 1, ''), (9, 1, null), (null, -1, ''), (1, -2, null);
analyze customer, "order";
