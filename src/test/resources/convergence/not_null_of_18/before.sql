-- On 18 a not null is a constraint with a name, and may be for this table alone.
create table public.conversations (id uuid primary key default gen_random_uuid(), conversation_id text unique not null no inherit, role text not null, content text not null);
create table public.leads (id uuid primary key default gen_random_uuid(), name text not null, email text not null, lead_score integer default 0);
alter table public.leads add constraint leads_metadata_check not null lead_score;
insert into public.conversations (conversation_id, role, content) values ('c', 'user', '');
insert into public.leads (name, email) values ('Lee', 'l@example.org');
