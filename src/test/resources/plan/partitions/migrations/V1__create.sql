create table day (id integer, day date) partition by range (day);
create table day_2026 partition of day for values from ('2026-01-01') to ('2027-01-01');
create table day_rest partition of day default;
create table animal (id integer);
create table cat () inherits (animal);
create view pet as select id from cat;
create publication told for table only animal;
create statistics day_stats on id, day from day;
