-- Kind 2: a deferred constraint of the project's own is asked about rows that get written: no table can be altered until it has been.
create table public.extra_team (id int primary key);
create table public.profiles (id uuid primary key, email text, team int default 1 references public.extra_team (id) deferrable initially deferred);
insert into public.extra_team values (1);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org');
