create table public.profiles (id uuid primary key, email text, role text);
create table public.leads (id integer, name text, email text, status text, lead_score integer, metadata jsonb, assigned_to uuid);
create table public.shared_memory (id uuid, conversation_id text, memory_key text, memory_value text, scope text);
create table public.messages (id uuid, conversation_id text, sender_type text, parent_message_id text);
insert into auth.users (id, email) values ('00000000-0000-0000-0000-0000000000a1', 'a@example.org'), ('00000000-0000-0000-0000-0000000000a2', 'taken@example.org');
insert into public.profiles values ('00000000-0000-0000-0000-0000000000a1', 'taken@example.org', 'root'), ('00000000-0000-0000-0000-0000000000a9', 'x', 'user');
insert into public.leads values (1, 'a', 'b', 'new', 250, '[]', null), (2, null, 'b', 'lost', -1, '{}', '00000000-0000-0000-0000-0000000000f1');
insert into public.shared_memory values ('50000000-0000-0000-0000-000000000001', 'c', 'k', '1', null), ('50000000-0000-0000-0000-000000000002', 'c', 'k', 'no json', 'workflow'), ('50000000-0000-0000-0000-000000000003', 'c', 'l', '1', 'planet');
insert into public.messages values ('30000000-0000-0000-0000-000000000001', 'c', 'user', '30000000-0000-0000-0000-000000000009');
