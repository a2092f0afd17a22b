create table public.profiles (id uuid, email varchar(80));
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'a@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'b@example.org');
insert into public.profiles values ('00000000-0000-0000-0000-0000000000a1', 'x@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'x@example.org');
