-- Kind 2: tables without any key or constraint, id nullable and null, everything nullable.
create table public.conversations (id uuid, conversation_id text, user_id uuid, role text, content text, status text, channel text, metadata jsonb, created_at timestamptz, updated_at timestamptz);
create table public.messages (conversation_id text, sender_type text, content text);
create table public.agent_messages (id uuid);
insert into public.conversations (conversation_id, role, content) values ('c', 'user', 'hi'), ('c', 'user', 'ho');
insert into public.messages values ('c', 'user', 'm1'), ('c', 'user', 'm2');
