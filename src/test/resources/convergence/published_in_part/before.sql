-- Kind 2, with publications that pass on some columns and some rows, by the primary key; and one of inserts, by whatever it likes.
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer);
insert into public.leads (name, email) values ('Lee', 'l@example.org');
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null, status text);
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'hi');
create publication extra_columns for table public.leads (id, name);
create publication extra_rows for table public.leads where (id <> '00000000-0000-0000-0000-000000000000');
create publication extra_inserts for table public.messages (content) where (status <> 'failed') with (publish = 'insert');
