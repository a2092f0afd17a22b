-- In what encoding?
create table public.messages (id uuid primary key, conversation_id text not null, sender_type text not null, content bytea not null);
insert into public.messages values ('30000000-0000-0000-0000-000000000001', 'c', 'user', 'hello');
create table public.shared_memory (id uuid primary key, conversation_id text not null, memory_key text not null, memory_value bytea, scope text);
insert into public.shared_memory values ('50000000-0000-0000-0000-000000000001', 'c', 'k', '\x78');
