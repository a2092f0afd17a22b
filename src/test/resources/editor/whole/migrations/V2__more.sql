create table unqualified (id integer);
create function two() returns integer language sql as $$ select 1; select 2 $$;
insert into unqualified values (1), (two()) -- a comment at the end
