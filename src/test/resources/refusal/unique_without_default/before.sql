create table public.profiles (id uuid primary key references auth.users (id) on delete cascade, email text not null, username text not null unique default '');
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'bob@example.org');
