-- Kinds 2 and 6, with settings that change how definitions are printed or planned by, and a sequence that a function uses.
do $$ begin execute format('alter database %I set quote_all_identifiers = on', current_database()); end $$;
create table public.leads (id uuid primary key default gen_random_uuid(), name varchar(9) not null, email text not null, status text default 'received' check (status in ('received', 'lost')));
alter table public.leads alter column email set statistics 500, alter column status set (n_distinct = 5), alter column id set statistics 0;
insert into public.leads (name, email) values ('Lee', 'l@example.org');
create table public.conversations (id bigserial primary key, conversation_id text not null, role text not null, content text not null);
create function public.extra_next() returns bigint language sql as $$ select nextval('public.conversations_id_seq') $$;
create table public.messages (id bigserial primary key, conversation_id text not null, sender_type text not null, content text not null);
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'hi');
