create table public.conversations (id uuid primary key, conversation_id text not null, role text not null, content text not null);
insert into public.conversations
select '20000000-0000-0000-0000-000000000001', string_agg(md5(i::text), ''), 'user', 'hello' from generate_series(1, 300) as i;
create table public.shared_memory (id uuid, conversation_id text, memory_key text, memory_value jsonb, scope text);
insert into public.shared_memory select null, repeat('c', 1300), repeat('k', 1300), '1', 'workflow';
