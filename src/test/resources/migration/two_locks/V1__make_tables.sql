create table public.parent (id integer primary key);
create table public.child (parent integer);
