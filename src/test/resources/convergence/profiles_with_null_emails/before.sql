-- Kind 2: e-mail addresses that profiles lack, in a column that must change its type; ids as text.
create table public.profiles (id text primary key, email varchar(80) unique);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'ann@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'bob@example.org');
insert into public.profiles values ('00000000-0000-0000-0000-0000000000A1', null), ('00000000-0000-0000-0000-0000000000a2', 'other@example.org');
