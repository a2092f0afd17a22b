create table public.conversations (id bigserial primary key, user_id text, conversation_id text not null, role text, content text not null, metadata jsonb);
insert into public.conversations (user_id, conversation_id, role, content, metadata) values ('u-1', 'c1', 'user', 'hi', '{"legacy_id": "mongo-65ab"}');
