-- Three differences: a policy that asks another function is news, whatever became of the first.
drop function shop.may_read() cascade;
create function shop.may_all() returns boolean language sql as 'select true';
create policy may on shop.months to mutation_reader using (shop.may_all());
