alter table shop.moons rename to months;
create policy may on shop.months to mutation_reader using (shop.may_read());
