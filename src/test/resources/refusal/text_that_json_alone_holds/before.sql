-- json keeps a text as it was sent; no text of PostgreSQL has the character zero.
create table public.messages (id uuid primary key default gen_random_uuid(), conversation_id text not null, sender_type text not null, content json not null);
create table public.conversations (conversation_id text unique, role text not null, content text not null);
insert into public.conversations values ('c', 'user', '');
insert into public.messages (conversation_id, sender_type, content) values ('c', 'user', '"a\u0000b"'), ('c', 'user', '"fine"');
