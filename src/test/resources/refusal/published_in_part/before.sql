-- What a publication leaves out is told apart by what it passes on: the primary key, after the run.
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content text not null, status text);
alter table public.messages replica identity full;
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', 'hi');
create publication extra_rows for table public.messages where (status <> 'failed');
create table public.leads (id uuid default gen_random_uuid(), name text not null, email text not null unique, phone text);
insert into public.leads (name, email) values ('Lee', 'l@example.org');
alter table public.leads replica identity using index leads_email_key;
create publication extra_columns for table public.leads (email, phone);
create publication extra_columns_with_id for table public.leads (id, email, name);
create publication extra_inserts for table public.messages (content), public.leads where (name <> '') with (publish = 'insert');
